import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { showForms, type RefusedForm } from '../forms/refused-form.js';
import { queryOf } from '../http/page-parts.js';
import { say } from '../locales/index.js';
import { Views } from '../views/index.js';
import { parseAgendaAddress, type AgendaAddress } from './agenda-address.js';
import { AgendaNotices } from './agenda-notices.js';
import { AgendaParts, viewsOf, type AgendaOf } from './agenda-parts.js';
import { TodayPage } from './today.page.js';
import { UpcomingPage } from './upcoming.page.js';

/** The pages of what is due. */
@Injectable()
export class AgendaPages {
  constructor(
    private readonly parts: AgendaParts,
    private readonly notices: AgendaNotices,
    private readonly today: TodayPage,
    private readonly upcoming: UpcomingPage,
    private readonly views: Views,
  ) {}

  /** Undefined for who is in no workspace. */
  async find(reply: FastifyReply, path: '/' | '/upcoming'): Promise<string | undefined> {
    const of = await this.parts.find(reply);
    return (
      of && (await this.show(reply, of, { path, address: parseAgendaAddress(queryOf(reply.request.query)) }))
    );
  }

  /** The page that a form was on, which was refused. @param back its address */
  async render(reply: FastifyReply, back: string, refused: RefusedForm): Promise<string> {
    const of = await this.parts.find(reply);
    if (of === undefined) throw new Error('Who has written is a member of a workspace');
    const [path, query] = back.split('?');
    const address = parseAgendaAddress(Object.fromEntries(new URLSearchParams(query)));
    return await this.show(reply, of, { path: path === '/' ? path : '/upcoming', address, refused });
  }

  private async show(reply: FastifyReply, of: AgendaOf, { path, address, refused }: Shown): Promise<string> {
    const fresh = await this.parts.fresh(reply, of);
    const notice = await this.notices.of(address, of);
    const common = {
      ...fresh,
      ...showForms({}, { refused, notice }),
      workspaces: [...viewsOf(of).values()],
    };
    if (path === '/') {
      const parts = await this.parts.of(reply, say('agenda.today'), 'today', of);
      return this.views.render('today', { ...parts, ...common, ...(await this.today.read(address, of)) });
    }
    const parts = await this.parts.of(reply, say('agenda.upcoming'), 'upcoming', of);
    return this.views.render('upcoming', { ...parts, ...common, ...(await this.upcoming.read(address, of)) });
  }
}

interface Shown {
  readonly path: '/' | '/upcoming';
  readonly address: AgendaAddress;
  readonly refused?: RefusedForm;
}
