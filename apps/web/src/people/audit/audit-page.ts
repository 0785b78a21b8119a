import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AuditTrail, type AuditQuestion } from '#libs/accounts';
import { principalOf } from '../../access/index.js';
import { underDays } from '../../history/under-days.js';
import { addToPath } from '../../http/add-to-path.js';
import { queryOf } from '../../http/page-parts.js';
import type { AuditRow, AuditView } from '../../views/index.js';
import { PersonPages } from '../person-pages.js';
import { auditRow } from './audit-rows.js';

const ON_A_PAGE = 100;

/** What makes no sense is taken as not said. */
const address = z.object({ before: z.uuid().optional().catch(undefined) });

interface Shown {
  readonly of: AuditView['of'];
  readonly title: string;
  /** Of the page, inside the app. */
  readonly path: string;
  readonly asked: Pick<AuditQuestion, 'accountId' | 'workspaceId'>;
}

/** What is recorded about access, newest first. */
@Injectable()
export class AuditPage {
  constructor(
    private readonly trail: AuditTrail,
    private readonly pages: PersonPages,
  ) {}

  async send(reply: FastifyReply, { of, title, path, asked }: Shown): Promise<void> {
    const { before } = address.parse(queryOf(reply.request.query));
    const { entries, hasMore } = await this.trail.read({ ...asked, before, limit: ON_A_PAGE });
    const { accountId: reader } = principalOf(reply.request);
    const days = underDays<AuditRow>(entries.map((entry) => auditRow(entry, reader, of)));
    const next = hasMore ? addToPath(path, { before: entries.at(-1)?.id }) : undefined;
    this.pages.send(
      reply,
      'audit',
      { title, current: of === 'account' ? 'account' : 'none' },
      { of, days, ...(before && { first: path }), ...(next && { next }) },
    );
  }
}
