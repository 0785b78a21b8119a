import helmet from 'helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';

const SELF = ["'self'"];
const NONE = ["'none'"];

/** No inline script or style anywhere, nothing from elsewhere, nobody's frame. */
const secure = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: NONE,
      scriptSrc: SELF,
      styleSrc: SELF,
      imgSrc: SELF,
      connectSrc: SELF,
      formAction: SELF,
      baseUri: NONE,
      frameAncestors: NONE,
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  // Not for subdomains: what else runs beside this app is not ours to decide.
  hsts: { includeSubDomains: false },
});

/** What belongs to a person is in no cache, unless a route says otherwise of what it answers. */
const NO_STORE = { 'cache-control': 'no-store' };

export const SECURITY_HEADERS: Readonly<Record<string, string>> = { ...headersOf(secure), ...NO_STORE };

/** Nobody renders a redirect: it needs none of what is about pages, and after every form there is one. */
const OF_REDIRECTS = Object.fromEntries(
  ['strict-transport-security', 'referrer-policy', 'x-content-type-options'].map((name) => [
    name,
    SECURITY_HEADERS[name],
  ]),
);
const OF_OTHERS = headersOf(secure);

export function addSecurityHeaders(app: NestFastifyApplication): void {
  const instance = app.getHttpAdapter().getInstance();
  instance.addHook('onSend', (_request, reply, _payload, done) => {
    reply.headers(reply.statusCode === 303 ? OF_REDIRECTS : OF_OTHERS);
    if (!reply.hasHeader('cache-control')) reply.headers(NO_STORE);
    done();
  });
}

/** For what is answered before any hook is reached. */
export function secureAnswer(reply: FastifyReply): void {
  reply.headers(SECURITY_HEADERS);
}

/** They are the same for every answer, and helmet is asked once: asking it each time took 6 % of a busy process. */
function headersOf(middleware: typeof secure): Record<string, string> {
  const headers: Record<string, string> = {};
  const recorder = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  // It looks at neither the request nor anything else of the answer.
  middleware({} as never, recorder as never, () => undefined);
  return headers;
}
