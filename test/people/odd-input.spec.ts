import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Appender } from '#libs/event-store';
import type { Database } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { fillIn } from './matrix/forms.js';
import { valueOfParam, type Things } from './matrix/kinds.js';
import type { Principal } from './matrix/principals.js';
import { openWithRoutes, type Route } from './matrix/routes.js';
import { World } from './matrix/world.js';

/** As they stand in an address or in a form. JSON is what the script of a passkey puts into a field. */
const ODD: Readonly<Record<string, string>> = {
  'a NUL': 'a%00b',
  'NULs alone': '%00'.repeat(9),
  'a lone surrogate': 'a%ED%A0%80b',
  'invalid UTF-8': 'a%ff%fe',
  'letters of the world': encodeURIComponent('/é😀'),
  'a change of direction': encodeURIComponent('\u202eevil\u2066'),
  'line breaks': 'a%0d%0aset-cookie:%20a=b',
  'very long': 'x'.repeat(60_000),
  'very long beyond ASCII': '%F0%9F%98%80'.repeat(5_000),
  'deep JSON': encodeURIComponent('['.repeat(5_000)),
  'JSON with a NUL': encodeURIComponent(passkey('a\0b')),
  'JSON with a lone surrogate': encodeURIComponent(passkey('a').replace('"a"', String.raw`"\ud800"`)),
  nothing: '',
};

function passkey(id: string): string {
  const text = Buffer.from(JSON.stringify({ challenge: 'a\0b', type: '\0', origin: '\0' })).toString(
    'base64url',
  );
  const response = { clientDataJSON: text, attestationObject: id, authenticatorData: id, signature: id };
  return JSON.stringify({
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: { ...response, userHandle: id, transports: [id] },
  });
}

/** All that pages read of their addresses. */
const QUERY = [
  'next',
  'seen',
  'did',
  'after',
  'before',
  'asOf',
  'show',
  'edit',
  'said',
  'again',
  'token',
  'state',
  'code',
  'made',
];

const OWNER: Principal = {
  name: 'owner',
  isSomebody: true,
  roles: { home: 'owner' },
  headers: (token) => ({ cookie: `garbanzo=${token}` }),
};

describe('whatever is sent', () => {
  let test: TestDatabase;
  let owner: Database;
  let web: NestFastifyApplication;
  let routes: readonly Route[];
  beforeAll(async () => {
    test = await createTestDatabase();
    owner = openDatabase(test.url);
    ({ web, routes } = await openWithRoutes(test.url));
  });
  afterAll(async () => {
    await Promise.all([web.close(), owner.close()]);
    await test.drop();
  });

  /** Everybody anew: what was sent before may have signed somebody out, or erased where they were. */
  async function anew() {
    await owner.query('delete from tries');
    const world = await World.make({ owner, web, appender: web.get(Appender, { strict: false }) }, [OWNER]);
    return { things: world.thingsIn('home', OWNER), headers: world.headersOf(OWNER) };
  }

  interface Asked {
    readonly what: string;
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly payload?: string;
  }

  async function faultsOf({ what, method, path, headers, payload }: Asked): Promise<string[]> {
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const answer = await web
      .getHttpAdapter()
      .getInstance()
      .inject({
        method: method as 'GET',
        url: path,
        payloadAsStream: true,
        headers: { accept: 'text/html', ...headers, ...(payload === undefined ? {} : form) },
        ...(payload === undefined ? {} : { payload }),
      });
    // What is told to an open page has no end.
    answer.stream().destroy();
    return answer.statusCode >= 500 ? [`${answer.statusCode}: ${method} ${what}`] : [];
  }

  const pathOf = ({ path }: Route, things: Things, odd: { readonly [param: string]: string } = {}) =>
    path.replaceAll(/:(\w+)|\*/g, (all, param: string = all) => odd[param] ?? valueOfParam(param, things));

  it('in a field of a form is answered without a fault', async () => {
    const faults: string[] = [];
    let sent = 0;
    for (const route of routes.filter(({ method }) => method === 'POST')) {
      for (const field of [...Object.keys(route.form?.shape ?? {}), 'unknown']) {
        const { things, headers } = await anew();
        for (const [kind, odd] of Object.entries(ODD)) {
          const { [field]: _, ...others } = fillIn(route.form, things);
          const payload = [new URLSearchParams(others).toString(), `${field}=${odd}`]
            .filter(Boolean)
            .join('&');
          sent += 1;
          const what = `${route.path}, ${kind} in ${field}`;
          const asked = { what, method: 'POST', path: pathOf(route, things), headers, payload };
          faults.push(...(await faultsOf(asked)));
        }
      }
    }
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(1_000);
  }, 240_000);

  it('in an address is answered without a fault', async () => {
    const faults: string[] = [];
    const { things, headers } = await anew();
    for (const route of routes.filter(
      ({ method, path }) => method === 'GET' && !path.startsWith('/health'),
    )) {
      for (const [kind, odd] of Object.entries(ODD)) {
        const paths = [
          ...route.params.map((param) => pathOf(route, things, { [param]: odd.slice(0, 6_000) })),
          `${pathOf(route, things)}?${QUERY.map((name) => `${name}=${odd.slice(0, 400)}`).join('&')}`,
        ];
        for (const path of paths)
          faults.push(
            ...(await faultsOf({ what: `${path.slice(0, 120)}, ${kind}`, method: 'GET', path, headers })),
          );
      }
    }
    expect(faults).toEqual([]);
  }, 240_000);

  it('in a header is answered without a fault', async () => {
    const { headers, things } = await anew();
    const faults: string[] = [];
    const names = [
      'cookie',
      'user-agent',
      'last-event-id',
      'x-forwarded-for',
      'referer',
      'accept-language',
      'authorization',
    ];
    const values = [
      'garbanzo=%00',
      'garbanzo-browser=%00.%ff; garbanzo=é',
      'Bearer gbz_\u00e9',
      'x'.repeat(8_000),
    ];
    for (const path of [
      '/account',
      '/sign-in',
      `/w/${things.workspace}`,
      `/w/${things.workspace}/live`,
      '/sign-in/second-factor',
      '/api/v1/me',
    ])
      for (const [name, value] of names.flatMap((each) => values.map((odd) => [each, odd] as const))) {
        const asked = { what: `${path}, ${name}: ${value.slice(0, 40)}`, method: 'GET', path };
        faults.push(...(await faultsOf({ ...asked, headers: { ...headers, [name]: value } })));
      }
    expect(faults).toEqual([]);
  });
});
