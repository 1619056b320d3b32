import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTo, messageAt, readAddress, retryAt, ringingDutyFrom, ringingFrom, withQuery } from '#channels/addresses.ts';
import { phoneOf } from '#channels/phone-number.ts';
import { Refusal } from '#domain/errors.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const DOOR = 'https://hotline.example/voice/x';
const NUMBER = 'LZ261123048212';
const searchOf = (address: string | undefined) => new URL(address ?? '').searchParams;
const read = (address: string | undefined) => readAddress(searchOf(address));

describe('the addresses of a call', () => {
  it('are read as they were built', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.option(fc.constant(NUMBER), { nil: undefined }), (step, rates) => {
        const { action, waiting, recorded } = lineTo(DOOR, step, rates);
        const known = rates === undefined ? {} : { rates };
        expect(read(action)).toEqual({ what: 'step', step, message: false, ...known });
        expect(read(messageAt(action))).toEqual({ what: 'step', step, message: true, ...known });
        expect(read(waiting)).toMatchObject({ what: 'waiting' });
        expect(read(recorded)).toMatchObject({ what: 'recorded' });
      }),
    );
    const { answerUrl, statusUrl } = ringingFrom(DOOR, NUMBER);
    expect(read(answerUrl)).toEqual({ what: 'step', step: 0, message: false, rates: NUMBER });
    expect(read(statusUrl)).toEqual({ what: 'ended', step: 0, message: false, rates: NUMBER });
    const duty = ringingDutyFrom(DOOR, NUMBER, 12);
    expect(read(duty.answerUrl)).toEqual({ what: 'step', step: 0, message: false, duty: `${NUMBER}-12` });
    expect(read(duty.statusUrl)).toEqual({ what: 'ended', step: 0, message: false, duty: `${NUMBER}-12` });
    expect(read(lineTo(DOOR, 3, undefined, `${NUMBER}-2`).action)).toMatchObject({ step: 3, duty: `${NUMBER}-2` });
    expect(read(DOOR)).toEqual({ what: 'step', step: 0, message: false });
    expect(read(messageAt(DOOR))).toMatchObject({ message: true });
  });

  it.each([
    'step=two',
    'step=-1',
    'step=',
    'step=10000',
    'rates=LZ261123048213',
    'rates=',
    'ended=no',
    'waiting=',
    'message=1',
    'duty=',
    `duty=${NUMBER}`,
    `duty=${NUMBER}-0`,
    'duty=LZ261123048213-1',
  ])('are refused when %s makes no sense', (query) => {
    expect(() => readAddress(new URLSearchParams(query))).toThrow(Refusal);
  });

  it('are called once more twice at most, whatever they mean, with what was answered', () => {
    for (const address of [
      DOOR,
      messageAt(lineTo(DOOR, 4, NUMBER).action),
      ringingFrom(DOOR, NUMBER).statusUrl,
      ringingDutyFrom(DOOR, NUMBER, 1).answerUrl,
    ]) {
      const once = retryAt(DOOR, searchOf(address), { said: '水管爆了', nothing: undefined });
      expect(read(once)).toEqual(read(address));
      expect(searchOf(once).get('said')).toBe('水管爆了');
      expect(searchOf(once).has('nothing')).toBe(false);
      const twice = retryAt(DOOR, searchOf(once), {});
      expect(read(twice)).toEqual(read(address));
      expect(retryAt(DOOR, searchOf(twice), {})).toBeUndefined();
    }
    for (const retry of ['99', 'x', '']) {
      const again = retryAt(DOOR, new URLSearchParams({ retry }), {});
      expect(again).toBe(retry === '' ? `${DOOR}?step=0&retry=1` : undefined);
    }
  });

  it('hold any text, in signs that no gateway writes anew', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant("there's no water")), (text) => {
        const address = withQuery(DOOR, { said: text });
        expect(searchOf(address).get('said')).toBe(text.toWellFormed());
        expect(new URL(address).toString()).toBe(address);
      }),
    );
  });
});

describe('the other end of a call', () => {
  it.each([
    ['+8610000000011', '+8610000000011'],
    ['10000000011', '+8610000000011'],
    ['+86 100-0000-0011', '+8610000000011'],
    ['sip:+8610000000011@carrier.example;user=phone', '+8610000000011'],
    ['sips:10000000011@carrier.example', '+8610000000011'],
    ['tel:+8610000000011;phone-context=x', '+8610000000011'],
  ])('%s has the number %s', (from, number) => {
    expect(phoneOf(from, smallDistrict.telephone)).toBe(number);
  });

  it.each([
    '',
    '+266696687',
    '266696687',
    '7378742833',
    '+2562533',
    'anonymous',
    'sip:anonymous@anonymous.invalid',
    '12345',
    '12',
    '+',
  ])('%s has none', (from) => {
    expect(phoneOf(from, smallDistrict.telephone)).toBeUndefined();
  });
});
