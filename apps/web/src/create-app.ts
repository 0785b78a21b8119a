import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NestLogger, type Config, type Logger } from '#libs/platform';
import { requireDeclarations } from './access/index.js';
import { answerInLocale } from './http/answer-in-locale.js';
import { readForms } from './forms/read-forms.js';
import { recordAddresses } from './http/record-addresses.js';
import { rememberShown } from './http/remember-shown.js';
import { logRequests } from './http/request-log.js';
import { answerClientError } from './http/plain-answer.js';
import { createWebServer } from './http/web-server.js';
import { ErrorPagesFilter } from './http/error-pages.filter.js';
import { addSecurityHeaders, secureAnswer } from './http/security-headers.js';
import { WebModule } from './web.module.js';

const KIBIBYTE = 1024;

/** Level 4 of 11: close to gzip's speed, and smaller. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** The web app, ready to listen. */
export async function createApp(config: Config, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    // A note of as many characters as its field takes, each of which is sent as nine.
    bodyLimit: 192 * KIBIBYTE,
    serverFactory: (handler: RequestListener) => createWebServer(handler),
    clientErrorHandler: answerClientError,
    // What comes on an open connection while this process ends is answered like everything before it: its database is
    // there until the last answer is given.
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    trustProxy: trusted(config.trustProxy),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // An address that cannot be read leads to no route, and so past all hooks and filters.
    frameworkErrors(error: Error, request: FastifyRequest, reply: FastifyReply) {
      secureAnswer(reply);
      app.get(ErrorPagesFilter).answer(error, request, reply);
    },
  });
  const app: NestFastifyApplication = await NestFactory.create(WebModule.for(config, logger), adapter, {
    logger: new NestLogger(logger),
  });
  requireDeclarations(app);
  app.setGlobalPrefix(config.basePath, { exclude: ['health', 'health/ready'] });
  addSecurityHeaders(app);
  readForms(app);
  await app.register(compress, {
    global: false,
    threshold: KIBIBYTE,
    encodings: ['br', 'gzip'],
    brotliOptions: BROTLI,
  });
  recordAddresses(app);
  answerInLocale(app);
  rememberShown(app);
  logRequests(app);
  return app;
}

/** A number counts the proxies in front. */
function trusted(proxies: Config['trustProxy']) {
  return typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies;
}
