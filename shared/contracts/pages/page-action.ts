/** What one field of a command's input takes, as far as a page looks at its JSON Schema. */
export interface FieldSchema {
  type?: string;
  enum?: readonly string[];
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  /** The list of GET /district that holds what may stand here. */
  'x-list'?: string;
}

/** How one command is given over HTTP: an entry of actions.json, from which a page draws the form. */
export interface PageAction {
  /** The command, as the `actions` of a ticket name it. */
  name: string;
  method: string;
  path: string;
  roles: readonly string[];
  /** The JSON Schema of the body; an operation without one is told nothing. */
  input?: { properties?: Readonly<Record<string, FieldSchema>>; required?: readonly string[]; minProperties?: number };
}
