import { LastingRefusal, NumberRefused, ProviderAway, RequestRefused } from '#ports/telephony.ts';

/** What Twilio's error dictionary says of the number that was to be rung or texted, for calls and texts alike. */
const CODES_OF_NUMBERS = [
  21202, // a premium number
  21211, // no valid number
  21214, // can't be reached by a call
  21216, // may not be called: it is on a list of blocked numbers
  21217, // does not look like a valid number
  21265, // a short code, which takes no texts from us
  21610, // its owner has unsubscribed
  21612, // can't be reached by a text from our number
  21614, // no mobile number
  21635, // a landline, which takes no texts
];

/** The country or region of the number is not switched on: for texts, for calls, for calls out of a conversation. */
const CODES_OF_COUNTRIES = [21408, 21215, 13227];

/** Of the whole account, whatever the status: it is closed, unknown, on trial or forbidden, or makes too many calls at once. */
const CODES_OF_ACCOUNT = [10001, 10002, 10004, 10005, 20003, 20005, 20006, 20008, 20403, 20404, 20429, 21471, 21472];
/** Codes of calls and numbers. With a status of the account they still say what is wrong with one request. */
const CODES_OF_REQUESTS = /^(?:13|21)\d{3}$/;

/**
 * What a refusal of Twilio means, of a call or a text. Twilio asks not to rely on single codes, since it splits and adds
 * some: the status decides, and codes only tell apart what has the same status. What is for the operator to mend, as the
 * number that we ring from, is a refused request, and no lasting refusal.
 */
export const refusalOf = (status: number, code: number | undefined): Error => {
  const message = `the phone provider answered ${status}${code === undefined ? '' : `, its code ${code}`}`;
  if (code !== undefined && CODES_OF_NUMBERS.includes(code)) return new NumberRefused(message, String(code));
  const passes = status >= 500 || [401, 408, 429].includes(status);
  const isAccount = [403, 404].includes(status) && !CODES_OF_REQUESTS.test(String(code));
  if (passes || isAccount || CODES_OF_ACCOUNT.some((one) => one === code)) return new ProviderAway(message);
  if (code !== undefined && CODES_OF_COUNTRIES.includes(code)) return new LastingRefusal(message, String(code));
  return new RequestRefused(message, code === undefined ? undefined : String(code));
};
