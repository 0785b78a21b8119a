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
  /** Where it is not 200, or 422 because a field was refused. */
  readonly status?: number;
}

/** Answers with the pages about people: they show what is in no log, so that there is nothing to wait for. */
@Injectable()
export class PersonPages {
  constructor(
    private readonly parts: PageParts,
    private readonly views: Views,
    private readonly config: Config,
  ) {}

  send<Name extends keyof ViewModels>(
    reply: FastifyReply,
    name: Name,
    { title, current = 'none', forms = {}, status }: Shown,
    model: ViewModels[Name],
  ): void {
    const parts = { ...this.parts.of(reply, title, current), catchingUp: false, forms };
    const fields = Object.values(forms).flatMap((form) => Object.values(form));
    const isRefused = fields.some(({ error }) => error !== undefined);
    sendPage(reply, this.views.render(name, { ...parts, ...model }), status ?? (isRefused ? 422 : 200));
  }

  /** @param path inside the app */
  async redirect(reply: FastifyReply, path: string): Promise<void> {
    await reply.redirect(this.config.basePath + path, 303);
  }
}
