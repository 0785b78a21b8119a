import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '#libs/platform';
import { PageParts } from '../http/page-parts.js';
import { sendPage } from '../http/send-page.js';
import { Views, type FormView, type Page, type ViewModels } from '../views/index.js';

interface Shown {
  readonly title: string;
  readonly current?: Page['current'];
  readonly forms?: Readonly<Record<string, FormView>>;
  readonly conflict?: Page['conflict'];
  /** Where it is not 200, or 422 because a field was refused. */
  readonly status?: number;
  /** How many seconds its reader has to wait before they may try again. */
  readonly wait?: number | undefined;
}

/** Answers with the pages about people: they show what is in no log, so that there is nothing to wait for. */
@Injectable()
export class PersonPages {
  constructor(
    private readonly parts: PageParts,
    private readonly views: Views,
    private readonly config: Config,
  ) {}

  /** With 422 when a field of a form was refused, and 429 when it was tried too often. */
  send<Name extends keyof ViewModels>(
    reply: FastifyReply,
    name: Name,
    { title, current = 'none', forms = {}, conflict, wait = 0, status }: Shown,
    model: ViewModels[Name],
  ): void {
    const parts = {
      ...this.parts.alone(reply, title, current),
      catchingUp: false,
      forms,
      ...(conflict ? { conflict } : {}),
    };
    const fields = Object.values(forms).flatMap((form) => Object.values(form));
    const isRefused = fields.some(({ error }) => error !== undefined);
    if (wait > 0) reply.header('retry-after', wait);
    const html = this.views.render(name, { ...parts, ...model });
    sendPage(reply, html, status ?? statusOf({ isRefused, wait }));
  }

  /** @param path inside the app */
  async redirect(reply: FastifyReply, path: string): Promise<void> {
    await reply.redirect(this.config.basePath + path, 303);
  }
}

function statusOf({ isRefused, wait }: { readonly isRefused: boolean; readonly wait: number }): number {
  if (wait > 0) return 429;
  else return isRefused ? 422 : 200;
}
