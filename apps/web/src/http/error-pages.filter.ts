import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { Config, LOGGER, type Logger } from '#libs/platform';
import { SignInNeededError, TokenNeededError } from '../access/index.js';
import { inEnglish, inLocale } from '../locales/index.js';
import { Views } from '../views/index.js';
import { addToPath } from './add-to-path.js';
import { localeOf } from './answer-in-locale.js';
import { isApi } from './is-api.js';
import { keptFields, retryForm } from './kept-fields.js';
import { problemOf, type Problem } from './problem.js';
import { readerOf } from './reader-of.js';
import { wantsJson } from './wants-json.js';

const RETRY_AFTER_SECONDS = 5;

/** What whoever runs the app should hear of: outages, and names and proxies that it is not configured for. */
const WORTH_A_WARNING: ReadonlySet<number> = new Set([403, 421, 503]);

/** Every error as a page that says what to do, or as JSON when that is asked for, and always for programs. What was typed is not lost. */
@Catch()
export class ErrorPagesFilter implements ExceptionFilter {
  constructor(
    private readonly views: Views,
    private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (hasHungUp(request)) {
      this.logger.debug({ requestId: request.id }, 'the client hung up before it had sent everything');
      reply.status(400).send();
    } else if (error instanceof SignInNeededError && looks(request) && !this.wantsJson(request)) {
      const path = request.url.slice(this.config.basePath.length);
      reply.redirect(
        this.config.basePath + addToPath(error.at, { next: path === '/' ? undefined : path }),
        303,
      );
    } else {
      // It may come from where nobody knows yet who asks, such as the reading of the body.
      inLocale(localeOf(request), () => this.answerWithPage(problemOf(error), error, request, reply));
    }
  }

  private answerWithPage(
    problem: Problem,
    error: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    this.logger[levelOf(problem)](
      { err: error, requestId: request.id, commandId: request.commandId },
      inEnglish(() => problemOf(error)).heading,
    );
    if (problem.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
    reply.status(problem.status);
    if (error instanceof TokenNeededError) reply.header('www-authenticate', error.challenge);
    if (this.wantsJson(request)) reply.send({ ...problem, requestId: request.id });
    else reply.type('text/html; charset=utf-8').send(this.page(problem, error, request));
  }

  private wantsJson(request: FastifyRequest): boolean {
    return isApi(request, this.config.basePath) || wantsJson(request);
  }

  private page(problem: Problem, error: unknown, request: FastifyRequest): string {
    const mayRepeat = request.method === 'POST' && [409, 500, 503].includes(problem.status);
    const retry = mayRepeat ? retryForm(request, this.config.basePath) : undefined;
    return this.views.render('error', {
      ...problem,
      title: problem.heading,
      commandId: uuidv7(),
      catchingUp: false,
      current: 'none',
      ...readerOf(request),
      requestId: request.id,
      kept: keptFields(request.body),
      reload: request.method === 'GET' && problem.status === 503,
      ...(retry === undefined ? {} : { retry }),
      ...(error instanceof SignInNeededError ? { signIn: error.at } : {}),
    });
  }
}

/** Whoever asks for the head of a page hears of it what who opens it does. */
const looks = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD';

/** Nobody reads the answer, and the error says no more than that. */
function hasHungUp({ raw }: FastifyRequest): boolean {
  return !raw.complete && raw.destroyed;
}

function levelOf({ status }: Problem): 'error' | 'warn' | 'debug' {
  if (status === 500) return 'error';
  else return WORTH_A_WARNING.has(status) ? 'warn' : 'debug';
}
