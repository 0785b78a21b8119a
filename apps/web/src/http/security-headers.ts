import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const SELF = ["'self'"];
const NONE = ["'none'"];

/** No inline script or style anywhere, nothing from elsewhere, nobody's frame; and nothing kept by a shared cache. */
export async function addSecurityHeaders(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, {
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
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (_request, reply) => {
      // What belongs to a person; assets say otherwise of themselves.
      reply.header('cache-control', 'no-store');
    });
}
