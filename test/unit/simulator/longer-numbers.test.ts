import { describe, expect, it } from 'vitest';
import { openTicket } from '#domain/tickets/open-ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { PROVIDERS } from '#simulator/telephone/telephone.ts';
import { hotlineInProcess, linzi } from './hotline-in-process.ts';

const DAY = '2026-11-23T02:30:00.000Z';

/** A hotline with one ticket, which has so many digits more than usual. */
const withTicket = async (more: number) => {
  const hotline = hotlineInProcess({ at: DAY });
  const number = ticketNumber(linzi.letters, '2026-11-20', 123_456_789 % 800_000, more);
  const told = { kind: 'help', matter: '路灯不亮', area: 'qidu', channel: 'phone', urgent: false, anonymous: false } as const;
  const opened = openTicket(told, number, linzi, { at: DAY, correlationId: 'given', actor: { role: 'agent', id: 'agent' } });
  await hotline.tickets.open(opened, { scope: 'given', key: number, digest: 'given' });
  const lookUp = async (provider: (typeof PROVIDERS)[number], keys: string): Promise<string> => {
    const call = { from: '+8610000000001', answers: [{ keys: '2' }, { keys }, { hangUp: true as const }] };
    return (await hotline.telephone(provider)(call)).heard.join('\n');
  };
  return { digits: number.replace(/\D/g, ''), lookUp };
};

describe.each(PROVIDERS)('a number keyed in with %s', (provider) => {
  it.each([0, 1, 8])('that has %i digits more is found, with # behind it and without', async (more) => {
    const { digits, lookUp } = await withTicket(more);
    for (const keys of [digits, `${digits}#`]) expect(await lookUp(provider, keys)).toMatch(/已经受理|已受理|正在/);
    expect(await lookUp(provider, `${digits.slice(0, -1)}#`)).toContain('这个号码有误');
    if (more > 0) expect(await lookUp(provider, `${digits.slice(0, 12)}#`)).toContain('这个号码有误');
  });
});
