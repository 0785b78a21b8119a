import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { INVITATION_DAYS, Invitations, Members, ROLES, type Member, type Role } from '#libs/accounts';
import { may, memberOf } from '../access/index.js';
import { queryOf } from '../http/page-parts.js';
import { say } from '../locales/index.js';
import { personForm, type RefusedField } from '../people/person-form.js';
import { PersonPages } from '../people/person-pages.js';
import { isolated } from '../words/index.js';
import type { Conflict } from '../views/index.js';
import { saidWords } from './words.js';

/** What there is to say besides who is in the workspace. */
interface Told {
  /** Of the form that was refused. */
  readonly form?: 'rename' | 'invite';
  readonly field?: RefusedField;
  /** What was typed into it. */
  readonly typed?: string;
  /** Why something without a field was refused. */
  readonly refused?: string;
  /** The workspace has got another name meanwhile. */
  readonly conflict?: Conflict;
  readonly newLink?: string;
  /** Whom it was sent to. */
  readonly sentTo?: string | undefined;
}

/** Who is in a workspace; for owners with the forms to change that. */
@Injectable()
export class MembersPage {
  constructor(
    private readonly members: Members,
    private readonly invitations: Invitations,
    private readonly pages: PersonPages,
  ) {}

  async send(reply: FastifyReply, told: Told = {}): Promise<void> {
    const { workspaceId, actorId, role } = memberOf(reply.request);
    const isOwner = may(role, 'manage');
    const members = await this.members.of(workspaceId);
    const invitations = isOwner ? await this.invitations.open(workspaceId) : [];
    this.pages.send(reply, 'members', shownIn(reply, told), {
      isOwner,
      members: members.map((member) => memberRow(member, actorId)),
      invitations: invitations.map((invitation) => ({
        ...invitation,
        roleName: roleName(invitation.role),
      })),
      roles: choices('member', (each) => say(`workspaces.${each}-may`)),
      days: INVITATION_DAYS,
      saidWords: saidWords(queryOf(reply.request.query).said),
      refusedWords: told.refused,
      newLink: told.newLink,
      sentTo: told.sentTo,
    });
  }
}

function shownIn({ request }: FastifyReply, told: Told) {
  const name = request.principal?.workspace?.name ?? '';
  const shown = {
    title: say('workspaces.members-title', { name: isolated(name) }),
    current: 'workspaces',
  } as const;
  const forms = formsOf(name, told);
  const { wait } = told.field ?? {};
  if (told.conflict !== undefined) return { ...shown, forms, conflict: told.conflict, status: 409 };
  else return told.refused === undefined ? { ...shown, forms, wait } : { ...shown, forms, status: 409 };
}

function memberRow({ accountId, name, role }: Member, actorId: string) {
  const isYou = accountId === actorId;
  return { accountId, name, isYou, roleName: roleName(role), roles: choices(role, roleName) };
}

function formsOf(name: string, { form, field, typed = '' }: Told) {
  return {
    rename: form === 'rename' ? personForm({ name: typed }, field) : personForm({ name }),
    invite: form === 'invite' ? personForm({ email: typed }, field) : personForm({ email: '' }),
  };
}

const roleName = (role: Role) => say(`workspaces.role-${role}`);

function choices(now: Role, words: (role: Role) => string) {
  return ROLES.map((role) => ({ value: role, words: words(role), selected: role === now }));
}
