import { RecordingLink } from './get-recording.ts';
import { httpContract } from './http-contract.ts';
import { DepartmentAndNumberInPath } from './ticket-view.ts';

export const getDepartmentRecordingContract = httpContract({
  name: 'get-department-recording',
  method: 'GET',
  path: '/departments/{department}/tickets/{number}/recording',
  summary: 'A department hears what the caller of a ticket that is with it said, unless they asked to be hidden.',
  roles: ['department'],
  get params() {
    return DepartmentAndNumberInPath();
  },
  get responses() {
    return { 200: RecordingLink() };
  },
  refusals: ['ticket-number-mistyped', 'ticket-unknown', 'recording-none', 'recording-not-there-yet'],
});
