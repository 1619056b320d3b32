import { describe, expect, it } from 'vitest';
import { intakeOf, isConnected } from '#domain/calls/matter-of-call.ts';
import type { Answer } from '#domain/calls/state.ts';
import { call, linzi, NIGHT } from './call-in-linzi.ts';

const NOBODY = { phone: undefined, recording: undefined };
const CONFIRMING: Answer[] = [NIGHT, { digits: '1' }, { speech: '齐都镇西关村路灯不亮' }, { speech: '村口' }];
const DROPPING: Answer[] = [...CONFIRMING, { speech: '算了不报了' }];

describe('a caller who wants to file nothing after all', () => {
  it.each(['取消', '算了不报了', '算了', '哎算了吧', '算了吧不麻烦你们了', '先不报', '我想取消这次反映', '不用登记了，打错了'])(
    'is asked once more: %s',
    (speech) => expect(call([...CONFIRMING, { speech }])).toMatchObject({ question: 'drop', matter: '齐都镇西关村路灯不亮' }),
  );

  it('keeps what they say beside it, if it is filed after all', () => {
    expect(call([...CONFIRMING, { speech: '算了不报了别说是我' }])).toMatchObject({ question: 'drop', confidential: true });
    expect(call([...CONFIRMING, { speech: '算了不报了，已经有人修了' }, { speech: '还是登记吧' }]).matter).toContain(
      '已经有人修了',
    );
  });

  it.each(['对，公司把我的班车也给取消了', '不取消，对', '对，不能就这么算了'])('is somebody else: %s', (speech) => {
    expect(call([...CONFIRMING, { speech }]).question).not.toBe('drop');
  });

  it('is understood in English', () => {
    const asked = [
      NIGHT,
      { digits: '8' },
      { digits: '1' },
      { speech: 'The street light in Qidu Town is broken' },
      { speech: 'gate' },
    ];
    for (const speech of ['never mind', 'please cancel', 'I changed my mind', 'forget it']) {
      expect(call([...asked, { speech }]).question).toBe('drop');
      expect(call([...asked, { speech }, { speech: 'yes cancel it' }])).toMatchObject({ question: 'over', dropped: true });
    }
  });

  it.each([{ speech: '是' }, { speech: '对，取消吧' }, { speech: '嗯' }, { digits: '1' }])(
    'gets no ticket with a yes: %j',
    (yes) => {
      const over = call([...DROPPING, yes]);
      expect(over).toMatchObject({ question: 'over', dropped: true, notices: [{ notice: 'dropped' }] });
      expect([intakeOf(over, linzi, NOBODY), isConnected(over)]).toEqual([undefined, false]);
    },
  );

  it.each([{ speech: '不' }, { speech: '还是登记吧' }, { speech: '别取消' }, { digits: '2' }])('goes on with a no: %j', (no) => {
    expect(call([...DROPPING, no])).toMatchObject({ question: 'confirm', matter: '齐都镇西关村路灯不亮' });
  });

  it('who was to tell it anew, and files it after all, has told it already, with its place', () => {
    const matter = '齐都镇西关村路灯不亮';
    const kept = call([...CONFIRMING, { digits: '2' }, { speech: '算了不报了' }, { digits: '2' }]);
    expect(kept).toMatchObject({ question: 'confirm', matter, area: 'qidu-xiguan', place: '村口' });
  });

  it('who says something else, or nothing, has a ticket in the end', () => {
    expect(call([...DROPPING, {}, {}, {}])).toMatchObject({ question: 'filed', matter: '齐都镇西关村路灯不亮' });
    expect(call([...DROPPING, { speech: '不，晚上特别黑' }])).toMatchObject({
      question: 'confirm',
      matter: '齐都镇西关村路灯不亮；晚上特别黑',
    });
  });

  it('is not dropped when somebody may be in danger', () => {
    const doubt = [NIGHT, { digits: '1' }, { speech: '齐都镇好像有煤气味' }, { speech: '没有，就是味儿大' }, { speech: '村口' }];
    expect(call(doubt)).toMatchObject({ question: 'confirm', alarm: { outcome: 'doubt' } });
    const kept = call([...doubt, { speech: '算了不报了' }]);
    expect(kept).toMatchObject({ question: 'filed', notices: [{ notice: 'not-dropped' }] });
    expect(intakeOf(kept, linzi, NOBODY)).toMatchObject({ danger: { outcome: 'doubt' } });
    expect(call([...DROPPING, { speech: '着火了快来' }])).toMatchObject({ danger: 'fire' });
  });
});
