import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { say } from '../locales/index.js';
import { AfterAnswer, Mailer } from '../mail/index.js';
import { isolated } from '../words/index.js';

/** The mails that invitations are sent by, where whoever runs the app has said how; after the answer is given. */
@Injectable()
export class InvitationMails {
  constructor(
    private readonly mailer: Mailer,
    private readonly after: AfterAnswer,
  ) {}

  get canBeSent(): boolean {
    return this.mailer.isConfigured;
  }

  /** @returns to whom it goes; undefined when it goes to nobody, and whoever made it has to hand it on */
  send(to: string | null, token: string, { principal }: FastifyRequest): string | undefined {
    if (to === null || !this.canBeSent) return undefined;
    const who = isolated(principal?.name ?? '');
    const workspace = isolated(principal?.workspace?.name ?? '');
    // In the language of who invites: nobody knows that of a stranger.
    const mail = {
      to,
      subject: say('workspaces.mail-subject'),
      lines: [
        say('workspaces.mail-from', { who, workspace }),
        '',
        this.mailer.link(`/invitations/${token}`),
        '',
        say('workspaces.mail-unknown'),
      ],
    };
    this.after.do('sending an invitation', () => this.mailer.send(mail));
    return to;
  }
}
