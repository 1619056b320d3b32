import { expect, it } from 'vitest';
import { jambonz } from '#channels/jambonz/verbs.ts';
import { begin } from '#domain/calls/conversation.ts';
import { stepOf } from '#domain/calls/step.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { line } from './steps-of-a-call.ts';

const { district: linzi } = readDistrict('config/linzi');

it.each([{ agents: 'yes' }, { agents: 'no' }, { number: 'LZ261123048212', found: 'resolved' }])(
  'from the first word of a call with jambonz on keys are listened for: %o',
  (first) => {
    const verbs: { verb: string; say?: { text: string } }[] = JSON.parse(jambonz.step(stepOf(begin(first, linzi), linzi), line));
    // That the call is recorded is asked for before anything is spoken, and takes no time.
    const [gather, ...more] = verbs.filter(({ verb }) => verb !== 'config');
    expect(gather).toMatchObject({ verb: 'gather', dtmfBargein: true, listenDuringPrompt: true });
    expect(more).toEqual([]);
    expect(gather?.say?.text).toContain('您好');
  },
);
