import { describe, expect, it } from 'vitest';
import { next } from '#domain/calls/conversation.ts';
import { intakeOf } from '#domain/calls/matter-of-call.ts';
import type { Answer } from '#domain/calls/state.ts';
import { stepOf } from '#domain/calls/step.ts';
import { besidesKind } from '#test/unit/domain/besides-kind.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { call, DAY, heard, linzi, MATTER, NIGHT } from './call-in-linzi.ts';

const NOBODY = { phone: undefined, recording: undefined };

describe('a report', () => {
  const where = [{ speech: '齐都镇西关村' }, { speech: '村委会对面' }];

  it('promises a text message where one will come, and nowhere else', () => {
    const told = [{ digits: '1' }, { speech: '齐都镇水管爆了' }, { digits: '2' }];
    const promise = /也会发短信/;
    expect(heard(call([{ ...NIGHT, texts: 'yes' }, ...told, { digits: '1' }]))).toMatch(promise);
    expect(heard(call([NIGHT, ...told, { digits: '1' }]))).not.toMatch(promise);
    // Of what is kept confidential nothing is written to a telephone.
    expect(heard(call([{ ...NIGHT, texts: 'yes' }, ...told, { digits: '3' }]))).not.toMatch(promise);
  });

  it('asks what and where, confirms, and is filed', () => {
    const confirming = call([NIGHT, { digits: '1' }, MATTER, ...where]);
    expect(confirming).toMatchObject({ question: 'confirm', area: 'qidu-xiguan', place: '村委会对面' });
    expect(heard(confirming)).toContain('齐都镇西关村村委会对面');
    const left = { phone: telephone('+8610000000001'), recording: 'k' };
    const intake = intakeOf(next(confirming, { digits: '1' }, linzi), linzi, left);
    expect(besidesKind(intake?.sorting)).toEqual([]);
    expect(intake).toEqual({
      kind: 'help',
      category: 'water-leak',
      channel: 'phone',
      urgent: false,
      danger: 'none',
      anonymous: false,
      recording: 'k',
      matter: MATTER.speech,
      area: 'qidu-xiguan',
      place: '村委会对面',
      contact: { phone: '+8610000000001' },
      sorting: {
        words: [expect.stringMatching('水管')],
        unsure: expect.any(Array),
        category: expect.any(Object),
        kind: expect.any(Object),
      },
    });
  });

  it('does not ask what was told already', () => {
    expect(call([NIGHT, { speech: '齐都镇水管爆了' }])).toMatchObject({ question: 'place', area: 'qidu' });
    expect(call([NIGHT, { speech: '我要投诉' }])).toMatchObject({ question: 'matter', kind: 'complaint' });
    expect(call([NIGHT, { digits: '1' }, { speech: '我要投诉齐都镇的垃圾没人管' }])).toMatchObject({
      question: 'place',
      kind: 'complaint',
    });
  });

  it('takes the town from a list by its keys, page by page, and from the beginning again', () => {
    const asking = [NIGHT, { digits: '1' }, MATTER];
    expect(call([...asking, { digits: '1' }]).area).toBe('wenshao');
    expect(call([...asking, { digits: '5' }, { digits: '2' }]).area).toBe('qidu');
    expect(call([...asking, { digits: '5' }, { digits: '5' }, { digits: '4' }]).area).toBe('jinshan');
    expect(call([...asking, { digits: '5' }, { digits: '5' }, { digits: '5' }, { digits: '1' }]).area).toBe('wenshao');
    expect(call([...asking, { digits: '6' }])).toMatchObject({ question: 'area', notices: [{ notice: 'wrong' }] });
  });

  it('that fits no category goes to the general one with a flag, and is never refused', () => {
    const filed = call([NIGHT, { digits: '1' }, { speech: '有件事情说不清楚' }, ...where, { digits: '1' }]);
    const intake = intakeOf(filed, linzi, NOBODY);
    expect(intake).toMatchObject({ category: linzi.generalCategory, sorting: { words: [] } });
    expect(besidesKind(intake?.sorting)).toEqual(['category']);
  });

  it('can be told again, kept confidential, or said to a recording after three tries', () => {
    const confirming = [NIGHT, { digits: '1' }, MATTER, ...where];
    expect(call([...confirming, { digits: '2' }])).toMatchObject({ question: 'matter', matter: '我家水管爆了', area: undefined });
    // Whoever falls silent then is not lost.
    const silent = [{}, {}, {}, {}, {}, {}];
    expect(call([...confirming, { digits: '2' }, ...silent])).toMatchObject({ question: 'filed', matter: '我家水管爆了' });
    expect(call([...confirming, { digits: '3' }])).toMatchObject({ question: 'filed', confidential: true });
    expect(call([...confirming, { speech: '请保密' }])).toMatchObject({ question: 'filed', confidential: true });
    const again = [{ digits: '2' }, MATTER, ...where];
    const recording = call([...confirming, ...again, ...again, { digits: '2' }]);
    expect(recording.question).toBe('record');
    const filed = next(recording, { recording: 'RE1' }, linzi);
    expect(filed).toMatchObject({ question: 'filed', recording: 'RE1', notices: [{ notice: 'message-taken' }] });
    expect(intakeOf(filed, linzi, NOBODY)).toMatchObject({
      matter: '（录音）',
      sorting: { unsure: ['category', 'area', 'matter'] },
    });
  });
});

describe('words of danger', () => {
  const fire = { speech: '稷下街道这边着火了' };

  it('stop the menu: whom to ring is said, and the ticket is urgent at once', () => {
    for (const way of [[], [{ digits: '1' }], [{ digits: '1' }, MATTER]] as Answer[][]) {
      const state = call([NIGHT, ...way, fire]);
      expect(state).toMatchObject({ question: 'whereabouts', danger: 'fire', area: 'jixia' });
      expect(heard(state)).toContain('幺幺九');
      expect(intakeOf(state, linzi, NOBODY)).toMatchObject({ urgent: true, area: 'jixia' });
    }
    expect(call([NIGHT, { digits: '1' }, MATTER, fire]).matter).toBe(`${MATTER.speech}；${fire.speech}`);
  });

  it('put the caller through where the line can, else to a person, else ask where they are', () => {
    const through = call([{ ...DAY, transfers: 'yes' }, fire]);
    expect(stepOf(through, linzi).act).toEqual({ do: 'transfer', number: '119' });
    expect(next(through, { dial: 'completed' }, linzi).question).toBe('over');
    expect(next(through, { dial: 'failed' }, linzi).question).toBe('agent');
    expect(call([DAY, fire]).question).toBe('agent');
    expect(call([DAY, fire, { dial: 'busy' }]).question).toBe('whereabouts');
    expect(call([NIGHT, fire, { speech: '文苑小区三号楼' }])).toMatchObject({ question: 'filed', whereabouts: '文苑小区三号楼' });
    expect(call([NIGHT, fire, {}, {}]).question).toBe('filed');
  });
});

describe('a rating', () => {
  const theirs = { number: 'LZ261123048217', found: 'resolved', mayRate: 'yes' };

  it('asks whether it is solved, and for one to five', () => {
    expect(call([NIGHT, { digits: '3' }, theirs])).toMatchObject({ question: 'solved', rates: theirs.number });
    expect(call([NIGHT, { digits: '3' }, theirs, { digits: '2' }, { digits: '1' }])).toMatchObject({
      question: 'rated',
      solved: false,
      stars: 1,
    });
    expect(call([NIGHT, { speech: '评价' }, theirs, { speech: '已经解决了' }, { speech: '很满意' }])).toMatchObject({
      question: 'rated',
      solved: true,
      stars: 5,
    });
    expect(call([NIGHT, { digits: '3' }, theirs, { speech: '没有解决' }])).toMatchObject({ solved: false });
  });

  it('is only for whoever asked, and only of what is done', () => {
    expect(call([NIGHT, { digits: '3' }, { ...theirs, mayRate: 'no' }])).toMatchObject({
      question: 'menu',
      notices: [{ notice: 'not-yours' }],
    });
    expect(call([NIGHT, { digits: '3' }, { ...theirs, found: 'accepted' }])).toMatchObject({ question: 'menu', served: true });
    expect(call([NIGHT, { digits: '3' }, { found: 'unknown' }])).toMatchObject({ question: 'rate', misses: 1 });
  });

  it('is asked by a call that the hotline makes, without telling a stranger what it is about', () => {
    const asked = call([{ number: theirs.number, found: 'resolved' }]);
    expect(asked.question).toBe('solved');
    expect(heard(asked)).toContain('四八二幺七');
    expect(call([{ number: theirs.number, found: 'closed' }]).question).toBe('over');
    expect(call([{ number: theirs.number, found: 'resolved' }, {}, {}, {}]).question).toBe('over');
  });
});
