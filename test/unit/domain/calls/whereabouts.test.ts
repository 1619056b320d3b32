import { describe, expect, it } from 'vitest';
import { hotlineInProcess } from '#test/unit/simulator/hotline-in-process.ts';
import { call, NIGHT } from './call-in-linzi.ts';

const FIRE = { speech: '着火了' };

/** The ticket of a call by night with these words. */
const ticketOf = async (...said: string[]) => {
  const hotline = hotlineInProcess({ at: '2026-11-22T18:30:00.000Z' });
  const answers = [...said.map((speech) => ({ speech })), { hangUp: true as const }];
  await hotline.telephone('twilio')({ from: '+8610000000781', answers });
  return hotline.tickets.allTickets()[0] ?? expect.fail('there is no ticket');
};

describe('where somebody in danger is', () => {
  it('is the area of the ticket, which was opened before', async () => {
    const ticket = await ticketOf('孩子掉河里了', '齐都镇西关村村后大湾');
    expect(ticket).toMatchObject({ area: 'qidu-xiguan', urgent: true, additions: [{ text: '齐都镇西关村村后大湾' }] });
  });

  it('is told more precisely than before', async () => {
    expect(await ticketOf('齐都镇着火了', '西关村三号楼')).toMatchObject({ area: 'qidu-xiguan' });
    expect(await ticketOf('齐都镇西关村着火了', '三号楼')).toMatchObject({ area: 'qidu-xiguan' });
  });

  it.each(['你快点来人啊', '快来快来', '救命啊', '着火了着火了快来人', '喂喂，求求你们快点', '别说是我', '啊啊啊啊'])(
    'is asked once more after words that name no place: %s',
    async (speech) => {
      expect(call([NIGHT, FIRE, { speech }])).toMatchObject({ question: 'whereabouts', danger: 'fire' });
      expect(call([NIGHT, FIRE, { speech }, { speech: '西关村三号楼' }])).toMatchObject({
        question: 'filed',
        area: 'qidu-xiguan',
      });
      expect(call([NIGHT, FIRE, { speech }, { speech }])).toMatchObject({ question: 'filed', danger: 'fire' });
      const { additions } = await ticketOf('着火了', speech, '西关村三号楼');
      expect(additions[0]?.text).toBe('西关村三号楼');
    },
  );

  it('is asked once more in English, too', () => {
    const asked = call([NIGHT, { digits: '8' }, { speech: 'the kitchen is on fire' }, { speech: 'please hurry, help me' }]);
    expect(asked).toMatchObject({ question: 'whereabouts', danger: 'fire' });
  });

  it.each(['三号楼', '河边', '超市后头', '火车站', '我在家', '路口快点来', '二楼，快来人'])('is any other word: %s', (speech) => {
    expect(call([NIGHT, FIRE, { speech }])).toMatchObject({ question: 'filed' });
  });
});
