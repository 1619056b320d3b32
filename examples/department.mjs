// A department's whole client, which may run for a year: node examples/department.mjs
// API, DEPARTMENT and TOKEN are in the environment. A token lasts an hour: TOKEN_FILE names a file instead, which is read
// anew for each request, so that whatever signs you in may renew it. With ONCE it ends after the first work that it did.
// SIGTERM and SIGINT end it after the item at hand; what else it has leased it gives back.
import { readFileSync } from 'node:fs';

const { API = '', DEPARTMENT = '', TOKEN = '', TOKEN_FILE = '', ONCE } = process.env;
const LEASE_SECONDS = 300;
const SPARE_SECONDS = 30; // an item is not begun, nor a step repeated, so shortly before its lease ends
const LONGEST_WAIT_SECONDS = 60;
const PASSES = [408, 429, 500, 502, 503, 504]; // the hotline has too much to do, or is away

const say = (words) => console.log(`${new Date().toISOString()} ${words}`);
class TheEnd extends Error {} // nothing that this program can mend

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopping.abort());
const hasToStop = () => stopping.signal.aborted;
const pause = (seconds) =>
  new Promise((resolve) => {
    if (hasToStop()) return resolve();
    const timer = setTimeout(resolve, seconds * 1000);
    stopping.signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });

const token = () => {
  const found = (TOKEN_FILE ? readFileSync(TOKEN_FILE, 'utf8') : TOKEN).trim();
  if (!found) throw new TheEnd(`${TOKEN_FILE ? `The file ${TOKEN_FILE}` : 'TOKEN'} is empty: put the token of a clerk into it.`);
  return found;
};

/** One request. Throws an Error with `status` (none if the hotline was not reached), `code` and `again`. */
const post = async (path, body) => {
  const authorization = `Bearer ${token()}`;
  const response = await fetch(`${API}/departments/${DEPARTMENT}${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const answer = await response.json().catch(() => ({}));
  const header = response.headers.get('retry-after');
  const again = header !== null && Number(header) >= 0 ? Number(header) : undefined; // in seconds
  if (response.ok) return { ...answer, again };
  if (response.status === 401 && authorization === `Bearer ${token()}`)
    throw new TheEnd(
      'The token is not accepted, or has run out: sign in anew, and start again with the new TOKEN. TOKEN_FILE saves you that.',
    );
  const words = `${path} was answered with ${response.status} ${answer.code ?? ''}: ${answer.detail ?? answer.message ?? 'no reason'}`;
  throw Object.assign(new Error(words), { status: response.status, code: answer.code, again });
};
const passes = ({ status }) => status === undefined || status === 401 || PASSES.includes(status);

/** Asks until it is answered, waiting as the hotline says or ever longer, each time by another time. Says once that it waits. */
const insist = async (path, body, until = Number.POSITIVE_INFINITY) => {
  for (let times = 0; ; times += 1) {
    try {
      const answer = await post(path, body);
      if (times > 0) say('the hotline answers again');
      return answer;
    } catch (error) {
      const longest = Math.min(2 ** times, LONGEST_WAIT_SECONDS);
      const seconds = error.again === undefined ? longest * (0.5 + Math.random() / 2) : error.again + Math.random() * 0.2;
      if (error instanceof TheEnd || !passes(error) || hasToStop() || Date.now() + seconds * 1000 > until) throw error;
      if (times === 0) say(`the hotline can't serve now, and is asked again until it can: ${error.message}`);
      await pause(seconds);
    }
  }
};

const accepted = new Set(); // signed for, and not acknowledged yet

const work = async ({ number, unit, matter, handleBy }, until) => {
  const isAgain = accepted.has(number);
  if (!isAgain) {
    await insist(`/tickets/${number}/acceptance`, undefined, until);
    accepted.add(number);
    say(`${number} accepted for ${unit}: ${matter} (due ${handleBy?.at})`);
  }
  const outcome = { outcome: '已到现场处理完毕' }; // here your people do the work
  await insist(`/tickets/${number}/resolution`, outcome, until).catch((error) => {
    if (!isAgain || error.code !== 'state-not-allowed') throw error;
    accepted.delete(number); // it may have gone away and come back since: then it has to be signed for anew
    throw new Error(error.message);
  });
  say(`${number} resolved`);
};

const finish = async ({ lease, item }, until) => {
  const { number } = item;
  if (Date.now() > until) return say(`${number} is left: its lease ends, and it comes again`);
  try {
    await work(item, until).catch((error) => {
      // 404 or 409: its reporter withdrew it, or it went elsewhere meanwhile. Anything else comes again when the lease ends.
      if (![404, 409].includes(error.status) || error.code === 'ticket-changed-meanwhile') throw error;
      say(`${number} is not ours any more: ${error.message}`);
    });
    await insist('/work/acknowledgements', { lease }, until); // last: whatever breaks before this line comes again
    accepted.delete(number);
    say(`${number} acknowledged`);
  } catch (error) {
    if (error instanceof TheEnd) throw error;
    say(`${number} comes again later: ${error.message}`);
  }
};

const giveBack = async ({ lease, item }) => {
  const told = await post('/work/give-backs', { lease }).then(
    () => 'given back',
    (error) => `not given back, it comes again later: ${error.message}`,
  );
  say(`${item.number} ${told}`);
};

const run = async () => {
  if (!URL.canParse(API) || !DEPARTMENT) throw new TheEnd('API must be the address of the hotline, DEPARTMENT the id of yours.');
  token();
  for (let isIdle = false; !hasToStop(); ) {
    const until = Date.now() + (LEASE_SECONDS - SPARE_SECONDS) * 1000;
    const leased = await insist('/work/leases', { most: 5, leaseSeconds: LEASE_SECONDS });
    for (const one of leased.work) await (hasToStop() ? giveBack(one) : finish(one, until));
    if (ONCE && leased.work.length > 0) return;
    if (leased.work.length === 0 && !isIdle) say('there is no work: waits for some');
    isIdle = leased.work.length === 0;
    await pause(leased.again ?? 15); // soon while there is work, later while there is none
  }
};

try {
  await run();
  say('ends');
} catch (error) {
  if (!hasToStop()) process.exitCode = 1;
  say(error.message);
}
