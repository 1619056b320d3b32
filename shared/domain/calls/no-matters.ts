/** Why words are no matter: they say nothing that could be done, or they ask for a person. */
export const NO_MATTERS = ['nothing', 'wants-person'] as const;
export type NoMatter = (typeof NO_MATTERS)[number];
