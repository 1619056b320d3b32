import type { RefusalCode } from '#domain/errors.ts';
import type { HttpContract } from './http-contract.ts';

/** Every code that an operation may refuse with: those that follow from the form of its contract, then its own. */
export const refusalsOf = (contract: HttpContract): RefusalCode[] => [
  ...(contract.isOpen ? [] : (['unauthenticated', 'role-not-allowed'] as const)),
  ...(contract.roles.includes('department') && contract.path.includes('{department}') ? (['department-not-yours'] as const) : []),
  'request-invalid',
  ...(contract.body ? (['body-not-utf8', 'body-not-json', 'body-too-large'] as const) : []),
  ...contract.refusals,
];
