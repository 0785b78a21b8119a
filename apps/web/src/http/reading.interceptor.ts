import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { PageReads, parseToken, type MustShow, type Reading } from '#libs/queries';
import { queryOf } from './page-parts.js';
import { READS_FROM, type Source } from './reads-from.js';
import { shownCookies } from './shown-cookies.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** How its page is read, where there is a replica. */
    reading?: Reading;
  }
}

/**
 * Has pages read from the replica when it shows all that their reader must see. Of somebody without a cookie nothing is known:
 * for a new reader, one who has just written, and one who takes no cookies the primary is read.
 */
@Injectable()
export class ReadingInterceptor implements NestInterceptor {
  constructor(
    private readonly reads: PageReads,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const source = this.reflector.get<Source | undefined>(READS_FROM, context.getClass()) ?? 'none';
    if (source === 'none' || !isRead(request)) return next.handle();
    const mustShow = source === 'either' ? mustShowTo(request) : undefined;
    const page = this.reads.read(mustShow, async (reading) => {
      request.reading = reading;
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      return answer;
    });
    return from(page);
  }
}

/** A form is answered by who decides. */
function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

function mustShowTo({ headers, query }: FastifyRequest): MustShow | undefined {
  const shown = shownCookies(headers.cookie);
  if (shown.length === 0) return undefined;
  return { shown: Math.max(...shown), token: parseToken(queryOf(query).seen ?? '') };
}
