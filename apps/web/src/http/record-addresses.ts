import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askedFrom } from '#libs/accounts';

/** Whatever is recorded about access in a request has the address that it came from. */
export function recordAddresses(app: NestFastifyApplication): void {
  // Behind the reading of the body, which goes on in another asynchronous context than the one that it was begun in.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
      askedFrom(request.ip, done);
    });
}
