import type { PageFile, PageFiles } from '#contracts/pages/page-files.ts';
import type { PageSettings, SignInSettings } from '#contracts/pages/page-settings.ts';
import { lambda } from '#runtime/lambda.ts';
import { type Log, log as standardLog } from '#runtime/log.ts';
import { oneLogLine } from '#runtime/one-log-line.ts';

/** What a browser asks for, as API Gateway hands it over. */
interface Asked {
  routeKey: string;
  headers?: Record<string, string | undefined>;
  pathParameters?: { file?: string | undefined };
  requestContext: { requestId: string };
}

interface Answer {
  statusCode: number;
  headers: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}

interface ServedPages {
  pages: PageFiles;
  authority: string;
  clientId: string;
  groupsClaim: string;
  /** Where else the issuer answers; empty where there is no such place. */
  domain: string;
  /** Whether residents sign up there. */
  signsUp: boolean;
  sendsTexts: boolean;
  log?: Log;
}

/** Where the settings go in a page. */
const PLACE = /(<script type="application\/json" id="settings">)[^<]*/;

/** Nothing comes from elsewhere, nothing stands in the page itself, and requests go to this address and the issuer alone. */
const policyFor = (origins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src ${["'self'", ...origins].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const STANDING = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Whether a browser takes a form of compression: it names it, and not with a weight of nothing. */
const takes = (accepted: string, encoding: string): boolean =>
  accepted.split(',').some((one) => {
    const [name = '', ...weights] = one.toLowerCase().split(';');
    return name.trim() === encoding && !weights.some((weight) => /^\s*q\s*=\s*0(\.0*)?\s*$/.test(weight));
  });

/** A body in the form that the browser takes, the smallest first. */
const encoded = ({ br, gzip, plain }: PageFile, accepted: string): { body: string; encoding?: string } => {
  if (br !== undefined && takes(accepted, 'br')) return { body: br, encoding: 'br' };
  if (gzip !== undefined && takes(accepted, 'gzip')) return { body: gzip, encoding: 'gzip' };
  return { body: plain };
};

const redirect: Answer = { statusCode: 302, headers: { location: 'pages/resident', 'cache-control': 'no-cache' } };
const missing: Answer = {
  statusCode: 404,
  headers: { ...STANDING, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
  body: '没有这个页面。 There is no such page.',
};

/** Serves the pages: HTML asked for anew each time, with the settings of this deployment; all else as it was made at synth. */
export const servePages = ({
  pages,
  authority,
  clientId,
  groupsClaim,
  domain,
  signsUp,
  sendsTexts,
  log = standardLog,
}: ServedPages) => {
  const files = new Map(Object.entries(pages.pageFiles));
  const signOut = domain === '' ? {} : { signOut: `${domain}/logout` };
  const signIn: SignInSettings = { authority, clientId, groupsClaim, signsUp, ...signOut };
  // A slash that ends a script element early is the only sign that could leave it.
  const settings = JSON.stringify({ ...pages.settings, signIn, sendsTexts } satisfies PageSettings).replaceAll('<', '\\u003c');
  const policy = policyFor([...new Set([authority, domain].filter((one) => one !== '').map((one) => new URL(one).origin))]);

  const page = ({ plain }: PageFile): Answer => ({
    statusCode: 200,
    headers: {
      ...STANDING,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': policy,
    },
    body: Buffer.from(plain, 'base64')
      .toString()
      .replace(PLACE, (_, tag: string) => tag + settings),
  });

  const asset = (file: PageFile, { headers = {} }: Asked): Answer => {
    const kept = file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
    const always = { ...STANDING, 'cache-control': kept, etag: file.etag, vary: 'accept-encoding' };
    if (headers['if-none-match'] === file.etag) return { statusCode: 304, headers: always };
    const { body, encoding } = encoded(file, headers['accept-encoding'] ?? '');
    return {
      statusCode: 200,
      headers: { ...always, 'content-type': file.type, ...(encoding && { 'content-encoding': encoding }) },
      body,
      isBase64Encoded: true,
    };
  };

  const answer = async (asked: Asked): Promise<Answer> => {
    if (asked.routeKey === 'GET /') return redirect;
    const name = asked.pathParameters?.file ?? '';
    const html = files.get(`${name}.html`);
    if (html) return page(html);
    // HTML is a page alone: as a file it would come without its settings and its policy.
    const file = name.endsWith('.html') ? undefined : files.get(name);
    return file ? asset(file, asked) : missing;
  };

  const about = ({ requestContext }: Asked) => ({ correlationId: requestContext.requestId });
  const told = ({ statusCode }: Answer) => ({ status: statusCode });
  return lambda<Asked, Answer>(answer, [oneLogLine({ message: 'page', log, about, told })]);
};
