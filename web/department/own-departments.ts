import { person } from '#web/session/sign-in.ts';

const GROUP = 'department:';

/** The departments whose clerk the person is. */
export const ownDepartments = (): string[] =>
  (person.value?.groups ?? []).flatMap((group) => (group.startsWith(GROUP) ? [group.slice(GROUP.length)] : []));
