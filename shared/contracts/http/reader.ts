import type { District } from '#domain/district/district.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import type { StaffViewer } from '#domain/tickets/visibility.ts';
import { type AcceptLanguage, readerLanguage } from './reader-language.ts';

/** Who reads an answer: in which role, in which language, and of which district. */
export interface Reader {
  role: Role;
  language: District['language'];
  district: District;
}

/** Who reads the answer to a request. */
export const readerOf = (
  { caller, headers }: { caller: { role: Role }; headers: AcceptLanguage },
  district: District,
): Reader => ({ role: caller.role, language: readerLanguage(headers, district), district });

/** As whom somebody of the staff reads; who is none of the desk sees no more than a department. */
export const viewerOf = ({ role }: Pick<Reader, 'role'>): StaffViewer =>
  role === 'agent' || role === 'supervisor' ? role : 'department';
