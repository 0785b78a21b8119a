import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
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
    const [who, what] = [principal?.name ?? '', principal?.workspace?.name ?? ''].map(isolated);
    this.after.do('sending an invitation', () =>
      this.mailer.send({
        to,
        subject: 'An invitation to a shared workspace',
        lines: [
          `${who} would like to share the lists of ${what} with you. The invitation says more, and waits for your yes:`,
          '',
          this.mailer.link(`/invitations/${token}`),
          '',
          'If you do not know what this is about, do nothing: nothing happens.',
        ],
      }),
    );
    return to;
  }
}
