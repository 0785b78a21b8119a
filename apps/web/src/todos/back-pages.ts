import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AgendaPages } from '../agenda/index.js';
import type { RefusedForm } from '../forms/refused-form.js';
import { LabelledPage } from '../labels/index.js';

/** The pages with to-dos that are no list: a form on one of them leads back to it. */
@Injectable()
export class BackPages {
  constructor(
    private readonly agenda: AgendaPages,
    private readonly labelled: LabelledPage,
  ) {}

  /** With what was refused. @param back its address */
  async render(reply: FastifyReply, back: string, refused: RefusedForm): Promise<string> {
    const [path = '', query] = back.split('?');
    const [, labelId] = path.split('/labels/');
    if (labelId === undefined) return await this.agenda.render(reply, back, refused);
    const fields = Object.fromEntries(new URLSearchParams(query));
    return await this.labelled.render(reply, labelId, fields, refused);
  }
}
