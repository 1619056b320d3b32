import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callBackEventRow, callBackRow } from '#adapters/dynamodb/call-backs.ts';
import { contactRow, eventRow, type Row, ticketRow } from '#adapters/dynamodb/rows.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { callBackId } from '#domain/calls/call-back-id.ts';
import { plusMinutes } from '#domain/instant.ts';
import { Telephone } from '#domain/telephone/telephone.ts';
import type { Change } from '#domain/tickets/change.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { openTicket } from '#domain/tickets/open-ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { workItem } from '#domain/tickets/work-item.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { projectFolder } from '#local/project-folder.ts';

/**
 * Records the rows and messages that this release writes, for the releases after it to read: node scripts/record-release.ts 1.
 * A release that was recorded is never recorded again: what lies in somebody's table does not change either.
 */
const release = process.argv[2] ?? '';
const folder = join(projectFolder, 'test', 'releases', release);
if (!/^\d+$/.test(release) || existsSync(folder)) {
  console.log('Name a release that was not recorded yet by its number: node scripts/record-release.ts 2');
  process.exit(1);
}

const { district } = readDistrict(join(projectFolder, 'config/linzi'));
const AT = '2026-11-23T02:00:00.000Z';
const system: Actor = { role: 'system' };
const resident: Actor = { role: 'resident', id: 'r-1' };
const agent: Actor = { role: 'agent', id: 'a-1' };
const department: Actor = { role: 'department', id: 'd-1', department: 'water' };
const supervisor: Actor = { role: 'supervisor', id: 's-1' };

const opened = openTicket(
  {
    kind: 'help',
    channel: 'app',
    matter: '晏婴路口水管漏水，路面结冰',
    area: 'qidu-xiguan',
    category: 'water-leak',
    place: '西关村口',
    urgent: false,
    anonymous: false,
    reporterKey: 'user:r-1',
    contact: { name: '王小丽', phone: Telephone.parse('+8610000000001') },
  },
  ticketNumber(district.letters, '2026-11-23', 12_345),
  district,
  { at: AT, actor: resident, correlationId: 'recorded' },
);
const changes: Change[] = [opened];
const go = (command: Command, actor: Actor): void => {
  const last = changes.at(-1) ?? opened;
  const at = plusMinutes(AT, changes.length * 5);
  const change = changeTicket(last.ticket, command, district, { at, actor, correlationId: 'recorded' });
  if (change === 'already-done') throw new Error(`${command.action} was done already`);
  changes.push(change);
};
go({ action: 'dispatch', department: 'water', rule: 'water' }, system);
go({ action: 'assign' }, system);
go({ action: 'return', reason: '不归我们管' }, department);
go({ action: 'dispatch', department: 'water', rule: 'by-hand' }, agent);
go({ action: 'add', text: '又漏了一处' }, resident);
go({ action: 'correct', kind: 'complaint', reason: '是投诉' }, supervisor);
for (const mark of (changes.at(-1) ?? opened).ticket.schedule.marks.slice(0, 1)) go({ action: 'card', mark }, system);
go({ action: 'assign' }, system);
go({ action: 'accept' }, department);
go({ action: 'resolve', outcome: '已换阀门' }, department);
go({ action: 'rate', rating: { solved: true, stars: 4, comment: '修好了' } }, resident);

const phone = Telephone.parse('+8610000000002');
const callBack = {
  id: callBackId('mI9QSQFVsm0d2Hgqz6kK2A', AT),
  phone,
  since: AT,
  version: 1,
  calls: [{ call: 'twilio:CA1', at: AT, reason: 'hung-up' as const, matter: '路灯不亮' }],
};
const last = changes.at(-1) ?? opened;
const rows: Row[] = [
  ticketRow(last.ticket),
  ...changes.map(({ event }) => eventRow(event)),
  contactRow(last.ticket.number, opened.contact ?? {}),
  callBackRow(callBack),
  callBackEventRow({ type: 'call-back-wanted', id: callBack.id, at: AT, correlationId: 'recorded' }),
  {
    pk: 'CALL#twilio:CA1',
    sk: 'CALL',
    id: 'twilio:CA1',
    startedAt: AT,
    phone,
    turns: [{ step: 0, answer: { agents: 'no', reachable: 'yes' } }],
  },
];
const messages = changes.map(({ event, ticket }) =>
  messageOf(event, event.type === 'assigned' ? workItem(ticket, ticket.department ?? '', event.unit) : undefined),
);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'rows.json'), `${JSON.stringify(rows, null, 2)}\n`);
writeFileSync(join(folder, 'messages.json'), `${JSON.stringify(messages, null, 2)}\n`);
console.log(`Recorded ${rows.length} rows and ${messages.length} messages in test/releases/${release}.`);
