import { shippedPages } from '#adapters/pages-file.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { Env } from './env.ts';
import { servePages } from './handler.ts';

const { AUTHORITY, CLIENT_ID, GROUPS_CLAIM, SIGN_IN_DOMAIN, SIGNS_UP, SENDS_TEXTS } = readEnvironment(Env);

export const handler = servePages({
  pages: shippedPages(),
  authority: AUTHORITY,
  clientId: CLIENT_ID,
  groupsClaim: GROUPS_CLAIM,
  domain: SIGN_IN_DOMAIN,
  signsUp: SIGNS_UP === 'yes',
  sendsTexts: SENDS_TEXTS === 'yes',
});
