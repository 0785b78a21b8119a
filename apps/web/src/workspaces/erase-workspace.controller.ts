import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EraseOwnWorkspace, type EraseOutcome } from '#libs/accounts';
import { inWorkspace, memberOf, Needs, principalOf } from '../access/index.js';
import { Fields } from '../forms/plain-fields.js';
import { PostForm } from '../forms/post-form.js';
import { typed } from '../forms/posted-form.js';
import { workspacePath } from '../http/reader-of.js';
import { ReadsFrom } from '../http/reads-from.js';
import { say } from '../locales/index.js';
import { personForm, type RefusedField } from '../people/person-form.js';
import { PersonPages } from '../people/person-pages.js';
import { isolated } from '../words/index.js';

/** The end of a workspace. */
@Needs('manage')
@ReadsFrom('none')
@Controller(inWorkspace('erase'))
export class EraseWorkspaceController {
  constructor(
    private readonly erasing: EraseOwnWorkspace,
    private readonly pages: PersonPages,
  ) {}

  @Get()
  show(@Res() reply: FastifyReply): void {
    this.send(reply, '');
  }

  @PostForm()
  async erase(
    @Fields({ name: typed }) { name }: { readonly name: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId, actorId } = memberOf(reply.request);
    if (name.normalize('NFC').trim() !== nameOf(reply))
      return this.send(reply, name, { field: 'name', error: say('workspaces.another-name') });
    await this.pages.redirect(
      reply,
      pathAfter(await this.erasing.request({ workspaceId, actorId }), workspaceId),
    );
  }

  private send(reply: FastifyReply, typedName: string, refused?: RefusedField): void {
    const name = nameOf(reply);
    const forms = { erase: personForm({ name: typedName }, refused) };
    const title = say('workspaces.erase-title', { name: isolated(name) });
    this.pages.send(reply, 'erase-workspace', { title, current: 'workspaces', forms }, { name });
  }
}

function pathAfter(outcome: EraseOutcome, workspaceId: string): string {
  switch (outcome) {
    case 'done':
      return '/workspaces?said=erased';
    case 'not-a-member':
      return '/workspaces?said=gone';
    case 'not-an-owner':
      return `${workspacePath(workspaceId)}/members`;
  }
}

const nameOf = ({ request }: FastifyReply) => principalOf(request).workspace?.name ?? '';
