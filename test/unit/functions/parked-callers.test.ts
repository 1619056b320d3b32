import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sealedParking } from '#adapters/sqs/sealed-parking.ts';
import { ParkedMessage } from '#contracts/messages/parked-call.ts';
import { RecordingMade } from '#contracts/messages/recording-made.ts';
import { memoryCallerSeal } from '#test/adapters/memory/caller-seal.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { openedCall } from '#use-cases/phone/opened-call.ts';
import { NOW } from './phone-hotline.ts';
import { hotlineWithWeakTable, WAY } from './weak-table.ts';

const PHONE = telephone('+8613807654321');
const CALL = { provider: 'twilio', call: 'CA1', at: NOW, correlationId: 'x' } as const;
const ANSWER = { speech: '我叫王小丽，打13807654321' };

/** Queues keep what they are given; so do their dead letters, and whoever sends those back. */
const parkedWith = async (seal: (text: string, about: string) => Promise<string>, parked: object) => {
  const bodies: string[] = [];
  await sealedParking(async (sent) => void bodies.push(...sent), { seal }, 20)([JSON.stringify(parked)]);
  return bodies;
};

describe('what names the caller of a parked call', () => {
  it('is in no message, wherever the table went away, and is in the ticket', async () => {
    const way = WAY.map((answer) => (answer.speech === '楼下水管爆了' ? { speech: `楼下水管爆了，${ANSWER.speech}` } : answer));
    for (const until of way.keys()) {
      const hotline = hotlineWithWeakTable();
      for (const [step, answer] of way.entries()) {
        if (step === until) hotline.turn(true);
        if (!(await hotline.deliver({ what: 'step', call: 'one', phone: PHONE, step, answer }))) break;
      }
      await hotline.leaveMessage('one', PHONE);
      const bodies = [...hotline.parked, ...hotline.recordings];
      expect(hotline.parked.length).toBeGreaterThan(1);
      for (const body of bodies) expect(body).not.toMatch(/07654321|138\d*|王小丽|水管|phone|speech/);
      for (const body of hotline.recordings) RecordingMade().parse(JSON.parse(body));

      hotline.turn(false);
      hotline.pass(30);
      for (const body of hotline.parked) await hotline.drain(body);
      const [ticket] = hotline.tickets.allTickets();
      expect((await hotline.tickets.contact(ticket?.number ?? ''))?.phone).toBe(PHONE);
    }
  });

  it.each([
    ['fails', async () => Promise.reject(new Error('secrets are away'))],
    ['does not answer', () => new Promise<string>(() => undefined)],
  ])('is parked in plain, and so marked, where the secret %s: no call is lost', async (_, seal) => {
    const [body = ''] = await parkedWith(seal, { ...CALL, phone: PHONE, answer: ANSWER });
    expect(JSON.parse(body)).toEqual({ ...CALL, phone: PHONE, answer: ANSWER, unsealed: true });
    const opened = await openedCall(ParkedMessage.parse(JSON.parse(body)), memoryCallerSeal());
    expect(opened).toEqual({ ...CALL, phone: PHONE, answer: ANSWER });
  });

  it('needs no seal where there is nothing to seal', async () => {
    const never = () => Promise.reject(new Error('it was asked to seal'));
    expect(await parkedWith(never, CALL)).toEqual([JSON.stringify(CALL)]);
  });

  it('waits in its message as it is, while it can’t be opened', async () => {
    const seals = memoryCallerSeal();
    const [body = ''] = await parkedWith(seals.seal, { ...CALL, phone: PHONE, answer: ANSWER });
    const message = ParkedMessage.parse(JSON.parse(body));
    await expect(openedCall(message, { open: () => Promise.reject(new Error('secrets are away')) })).rejects.toThrow('away');
    await expect(openedCall({ ...message, call: 'CA2' }, seals)).rejects.toThrow();
    // Sent back from the dead letters, unchanged.
    expect(await openedCall(ParkedMessage.parse(JSON.parse(body)), seals)).toEqual({ ...CALL, phone: PHONE, answer: ANSWER });
  });

  it('is read in messages of before, in which all of it was in plain', async () => {
    const before = JSON.parse(readFileSync('test/releases/1/parked-calls.json', 'utf8')) as object[];
    const opened = await Promise.all(before.map((one) => openedCall(ParkedMessage.parse(one), memoryCallerSeal())));
    expect(opened).toMatchObject([
      { phone: '+8610000000011', step: 3, answer: { speech: '三号楼的水管爆了' } },
      { phone: '+8613800000000', recording: 'RE1' },
      { held: true },
    ]);
  });
});
