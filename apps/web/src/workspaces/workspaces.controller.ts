import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SharedWorkspaces } from '#libs/accounts';
import { Needs, principalOf } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { queryOf } from '../http/page-parts.js';
import { workspacePath } from '../http/reader-of.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { personForm, refusedField, type RefusedField } from '../people/person-form.js';
import { PersonPages } from '../people/person-pages.js';
import { saidWords } from './words.js';

/** All of somebody's workspaces, and a form to make another one. */
@Needs('account')
@ReadsFrom('none')
@Controller('workspaces')
export class WorkspacesController {
  constructor(
    private readonly workspaces: SharedWorkspaces,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, '');
  }

  @PostForm()
  async create(
    @Fields({ name: typed }) { name }: { readonly name: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const made = await this.workspaces.create(principalOf(reply.request).accountId, name);
    if (made.outcome === 'refused') {
      await this.send(reply, name, refusedField(made.refusal, say(`workspaces.${made.refusal}`)));
    } else {
      await this.pages.redirect(reply, workspacePath(made.workspaceId));
    }
  }

  private async send(reply: FastifyReply, name: string, refused?: RefusedField): Promise<void> {
    const all = await this.workspaces.of(principalOf(reply.request).accountId);
    const said = saidWords(queryOf(reply.request.query).said);
    const forms = { createWorkspace: personForm({ name }, refused) };
    const workspaces = all.map(({ id, name, role }) => ({
      path: workspacePath(id),
      name,
      roleName: say(`workspaces.role-${role}`),
    }));
    const shown = { title: say('workspaces.your-workspaces'), current: 'workspaces', forms } as const;
    this.pages.send(reply, 'workspaces', shown, { workspaces, saidWords: said });
  }
}
