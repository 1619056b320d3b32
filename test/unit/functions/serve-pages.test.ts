import { readdirSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PageFile, PageFiles } from '#contracts/pages/page-files.ts';
import { servePages } from '#functions/serve-pages/handler.ts';
import { wholeEvent } from '#simulator/sample-events/whole-event.ts';

const CODE = 'console.log(1)';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const file = (type: string, text: string, more: Partial<PageFile> = {}): PageFile => ({
  type,
  immutable: false,
  etag: '"1"',
  plain: base64(text),
  ...more,
});

const pages = (name = '临淄区'): PageFiles => ({
  settings: {
    district: { id: 'linzi', name, hotline: '81890', language: 'zh', utcOffset: '+08:00' },
    emergencyNumbers: ['110'],
  },
  pageFiles: {
    'resident.html': file('text/html', '<p>x</p><script type="application/json" id="settings">{}</script>'),
    'district.json': file('application/json', '{}', { gzip: gzipSync('{}').toString('base64') }),
    'assets/a-1.js': file('text/javascript', CODE, {
      immutable: true,
      gzip: gzipSync(CODE).toString('base64'),
      br: base64('br'),
    }),
  },
});

const serve = (shown = pages(), domain = 'https://x.auth.eu-central-1.amazoncognito.com') =>
  servePages({
    pages: shown,
    authority: 'https://cognito-idp.eu-central-1.amazonaws.com/pool',
    clientId: 'client',
    groupsClaim: 'cognito:groups',
    domain,
    signsUp: true,
    sendsTexts: true,
    log: () => {},
  });

const asked = (name: string, headers: Record<string, string> = {}) => ({
  routeKey: 'GET /pages/{file+}',
  pathParameters: { file: name },
  headers,
  requestContext: { requestId: 'x' },
});

describe('the pages', () => {
  it.each(readdirSync('events/serve-pages'))('answer %s', async (name) => {
    const { statusCode } = await serve()(wholeEvent(`events/serve-pages/${name}`) as never);
    if (name.startsWith('ok-')) expect([200, 302]).toContain(statusCode);
    else expect(statusCode).toBe(404);
  });

  it('lead from the bare address to that of residents, wherever that lies', async () => {
    const { headers } = await serve()({ routeKey: 'GET /', requestContext: { requestId: 'x' } });
    expect(headers.location).toBe('pages/resident');
  });

  it('are asked for anew each time, and carry the settings of the deployment', async () => {
    const { headers, body = '' } = await serve()(asked('resident'));
    expect(headers['cache-control']).toBe('no-cache');
    expect(JSON.parse(/id="settings">(.*)<\/script>/.exec(body)?.[1] ?? '')).toMatchObject({
      district: { hotline: '81890' },
      sendsTexts: true,
      signIn: { clientId: 'client', signsUp: true, signOut: 'https://x.auth.eu-central-1.amazoncognito.com/logout' },
    });
  });

  it('may load nothing from elsewhere, and talk to the issuer alone', async () => {
    const { headers } = await serve()(asked('resident'));
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).not.toMatch(/unsafe|\*|data:|https?:(?!\/\/)/);
    expect(policy).toContain("default-src 'none'");
    expect(/connect-src ([^;]*)/.exec(policy)?.[1]).toBe(
      "'self' https://cognito-idp.eu-central-1.amazonaws.com https://x.auth.eu-central-1.amazoncognito.com",
    );
  });

  it('have no way for a name to leave the settings', async () => {
    const { body = '' } = await serve(pages('</script><script>alert(1)</script>$&'))(asked('resident'));
    expect(body.match(/<script/g)).toHaveLength(1);
    expect(JSON.parse(/id="settings">(.*)<\/script>/.exec(body)?.[1] ?? '').district.name).toBe(
      '</script><script>alert(1)</script>$&',
    );
  });

  it('send code in the smallest form that the browser takes, to be kept for ever', async () => {
    const bodies = await Promise.all(
      ['gzip, deflate, br', 'gzip', ''].map((accepted) => serve()(asked('assets/a-1.js', { 'accept-encoding': accepted }))),
    );
    expect(bodies.map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined]);
    expect(gunzipSync(Buffer.from(bodies[1]?.body ?? '', 'base64')).toString()).toBe(CODE);
    expect(bodies[2]?.body).toBe(base64(CODE));
    for (const { headers } of bodies) expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('send no form of code that the browser refuses', async () => {
    const encodingFor = async (accepted: string) =>
      (await serve()(asked('assets/a-1.js', { 'accept-encoding': accepted }))).headers['content-encoding'];
    expect(await encodingFor('br;q=0, gzip')).toBe('gzip');
    expect(await encodingFor('br; q=0.0, identity')).toBeUndefined();
    expect(await encodingFor('gzip;q=0.8, br;q=0.1')).toBe('br');
    expect(await encodingFor('BR')).toBe('br');
    expect(await encodingFor('xbr, not-gzip')).toBeUndefined();
    expect(await encodingFor('*;q=0')).toBeUndefined();
  });

  it('are served as pages alone, never as the file without settings and policy', async () => {
    expect((await serve()(asked('resident.html'))).statusCode).toBe(404);
    expect((await serve()(asked('resident'))).statusCode).toBe(200);
  });

  it('say that nothing has changed where nothing has', async () => {
    const { statusCode, body, headers } = await serve()(asked('district.json', { 'if-none-match': '"1"' }));
    expect([statusCode, body, headers['cache-control']]).toEqual([304, undefined, 'no-cache']);
  });
});
