import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localHost } from './endpoint.ts';
import { fittingFirst, signInPage } from './sign-in-page.ts';
import type { Stack } from './stack-file.ts';

type People = Stack['people'];

/** A place where sample people sign in to the pages without a password; nothing of it is deployed. */
export interface SignInPlace {
  url: string;
  /** Who is in the list, with the tokens of the user pool. */
  show(people: People): void;
  stop(): Promise<void>;
}

interface Given {
  person: string;
  challenge: string;
}

const LIVES_SECONDS = 3000;

/** Nobody is sent with a code to another machine. */
const isHere = (address: string): boolean =>
  URL.canParse(address) && ['127.0.0.1', 'localhost'].includes(new URL(address).hostname);

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
};

const answer = (response: ServerResponse, status: number, body: string, type = 'application/json'): void => {
  // The pages come from another port.
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
  });
  response.end(body);
};

const redirect = (response: ServerResponse, to: URL): void => void response.writeHead(302, { location: to.href }).end();

const discovery = (url: string): string =>
  JSON.stringify({
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    end_session_endpoint: `${url}/end`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
  });

/** The code, once; with PKCE as an issuer checks it. */
const personOf = (form: URLSearchParams, codes: Map<string, Given>): string | undefined => {
  if (form.get('grant_type') === 'refresh_token') return form.get('refresh_token') ?? undefined;
  const code = form.get('code') ?? '';
  const given = codes.get(code);
  codes.delete(code);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  return given?.challenge === challenge ? given.person : undefined;
};

/**
 * Starts an OpenID issuer for the pages of a local hotline: its page is a list of people, and its tokens are those of the
 * user pool of the local AWS.
 */
export const startSignIn = async (departments: ReadonlyMap<string, string> = new Map()): Promise<SignInPlace> => {
  let people: People = [];
  const codes = new Map<string, Given>();

  const authorize = (asked: URL, response: ServerResponse): void => {
    const query = asked.searchParams;
    const back = query.get('redirect_uri') ?? '';
    if (!isHere(back)) {
      answer(response, 400, 'redirect_uri', 'text/plain');
      return;
    }
    const person = query.get('person');
    const linkFor = (id: string): string => {
      const link = new URL(asked);
      link.searchParams.set('person', id);
      return link.pathname + link.search;
    };
    if (!person) {
      answer(
        response,
        200,
        signInPage(fittingFirst(people, new URL(back).pathname.split('/').at(-1) ?? ''), ({ id }) => linkFor(id), departments),
        'text/html',
      );
      return;
    }
    const code = randomUUID();
    codes.set(code, { person, challenge: query.get('code_challenge') ?? '' });
    const to = new URL(back);
    to.searchParams.set('code', code);
    to.searchParams.set('state', query.get('state') ?? '');
    redirect(response, to);
  };

  const token = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const id = personOf(await bodyOf(request), codes);
    const found = people.find((one) => one.id === id);
    if (!found) return answer(response, 400, JSON.stringify({ error: 'invalid_grant' }));
    const shown = { token_type: 'Bearer', expires_in: LIVES_SECONDS, scope: 'openid profile' };
    answer(
      response,
      200,
      JSON.stringify({ ...shown, access_token: found.token, id_token: found.token, refresh_token: found.id }),
    );
  };

  const server = createServer(async (request, response) => {
    const asked = new URL(request.url ?? '/', url);
    if (asked.pathname === '/.well-known/openid-configuration') return answer(response, 200, discovery(url));
    if (asked.pathname === '/authorize') return authorize(asked, response);
    if (asked.pathname === '/token') return token(request, response);
    const back = asked.searchParams.get('post_logout_redirect_uri') ?? '';
    if (asked.pathname === '/end' && isHere(back)) return redirect(response, new URL(back));
    answer(response, 404, '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, localHost, resolve));
  const url = `http://${localHost}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    show: (shown) => {
      people = shown;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
