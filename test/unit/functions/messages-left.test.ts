import { describe, expect, it } from 'vitest';
import { telephone } from '#test/unit/domain/telephones.ts';
import { phoneHotline } from './phone-hotline.ts';

const PHONE = telephone('+8610000000051');

describe('a caller who is to leave a message, and hangs up', () => {
  it.each(['jambonz', 'connect'] as const)(
    'at the tone of %s is rung back, and has a ticket where that can’t be',
    async (provider) => {
      for (const phone of [PHONE, undefined]) {
        const hotline = phoneHotline();
        const calls = [{}, { digits: '1' }, {}, {}, {}];
        for (const [step, answer] of calls.entries())
          await hotline.tell({ what: 'step', call: 'one', step, answer, phone }, provider);
        expect(hotline.tickets.allTickets()).toEqual([]);
        const outcome = phone ? 'lost' : 'connected';
        expect(await hotline.tell({ what: 'ended', call: 'one' }, provider)).toMatchObject({ outcome });
        // Nobody knows whether something was said: the recording of the call has it, and that of a stranger must be listened to.
        expect(hotline.tickets.allTickets().map(({ matter }) => matter)).toEqual(phone ? [] : ['（录音）']);
        expect(hotline.calls.callBacks()).toHaveLength(phone ? 1 : 0);
        expect(hotline.calls.endings()).toMatchObject([{ connected: phone === undefined }]);
        expect(await hotline.tell({ what: 'ended', call: 'one' }, provider)).toMatchObject({ outcome: 'ended-before' });
        expect(hotline.tickets.allTickets()).toHaveLength(phone ? 0 : 1);
      }
    },
  );

  it('after three mistyped numbers and a key that ends no message is rung back', async () => {
    for (const provider of ['twilio', 'jambonz', 'connect'] as const) {
      const hotline = phoneHotline();
      const wrong = { digits: '261123048211' };
      for (const [step, answer] of [{}, { digits: '2' }, wrong, wrong, wrong, { digits: '8' }].entries())
        await hotline.tell({ what: 'step', call: 'one', step, answer, phone: PHONE }, provider);
      expect(await hotline.tell({ what: 'ended', call: 'one' }, provider)).toMatchObject({ outcome: 'lost' });
      expect(hotline.tickets.allTickets()).toEqual([]);
      expect(hotline.calls.callBacks()).toMatchObject([{ phone: PHONE }]);
    }
  });
});
