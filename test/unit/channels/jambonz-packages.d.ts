/** Both packages come without types. */
declare module '@jambonz/schema' {
  const schema: {
    validate(logger: unknown, verbs: unknown): void;
    validateApp(verbs: unknown): { valid: boolean; errors: unknown[] };
  };
  export default schema;
}

declare module '@jambonz/verb-specifications' {
  const specifications: { validate(logger: unknown, verbs: unknown): void };
  export default specifications;
}
