import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

const deployed = sources.filter((file) => /^(shared|functions)\//.test(file));
const filesWith = (form: RegExp): string[] => deployed.filter((file) => form.test(readFileSync(file, 'utf8')));

const HIDES_OR_DELETES = /new (?:ChangeMessageVisibility|DeleteMessage)(?:Batch)?Command/;
const RINGS_OR_TEXTS = /telephony\??\.(?:ring|text)\(/;

describe('what goes out', () => {
  it('is hidden in a queue, or taken off it, in one place, which knows how long SQS hides and which leases are ours', () => {
    expect(filesWith(HIDES_OR_DELETES)).toEqual(['shared/adapters/sqs/lease-queue.ts']);
  });

  it('rings or texts somebody only where that was claimed before; docs/effects.md says how often each happens', () => {
    expect(filesWith(RINGS_OR_TEXTS)).toEqual([
      'shared/use-cases/phone/ask-reporter.ts',
      'shared/use-cases/phone/climb-duty.ts',
      'shared/use-cases/phone/text-once.ts',
    ]);
  });

  it('opens tickets and sends texts and calls to reporters only within the limits of a day, but for what agents file', () => {
    expect(filesWith(/store\.open\(/)).toEqual(['shared/use-cases/take-intake.ts']);
    expect(filesWith(/import .*\btakeIntake\b/)).toEqual([
      'functions/desk-api/open-ticket-for-caller.ts',
      // What lost calls of a day had told is bounded by the calls that a call-back keeps.
      'shared/use-cases/phone/seal-call-back.ts',
    ]);
    expect(filesWith(/\bopenUnlessHeldBack\b/)).toEqual([
      'shared/use-cases/take-intake.ts',
      'shared/use-cases/take-within-limits.ts',
    ]);
    const rings = filesWith(RINGS_OR_TEXTS).filter((file) => !filesWith(/takePlace\(/).includes(file));
    expect(rings).toEqual(['shared/use-cases/phone/climb-duty.ts']);
  });

  it('has one table of what the provider refuses', () => {
    expect(filesWith(/new (?:Number|Request)Refused\(|new LastingRefusal\(/)).toEqual(['shared/adapters/twilio/refusals.ts']);
  });

  it('is found where it would go another way', () => {
    expect(HIDES_OR_DELETES.test('await client.send(new DeleteMessageCommand({ QueueUrl }))')).toBe(true);
    expect(RINGS_OR_TEXTS.test('await needs.telephony.text(phone, words)')).toBe(true);
    expect(RINGS_OR_TEXTS.test('telephony?.ring(phone, call)')).toBe(true);
  });
});
