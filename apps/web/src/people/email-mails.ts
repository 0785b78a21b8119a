import { Injectable } from '@nestjs/common';
import { EmailChange } from '#libs/accounts';
import { AfterAnswer, Mailer } from '../mail/index.js';
import { changeAskedMail, changedMail, confirmMail, mailTo, takenMail } from './mails.js';

/** The mails about another e-mail address: to the new one and to the one before, after the answer is given. */
@Injectable()
export class EmailMails {
  constructor(
    private readonly changes: EmailChange,
    private readonly mailer: Mailer,
    private readonly after: AfterAnswer,
  ) {}

  get canBeSent(): boolean {
    return this.mailer.isConfigured;
  }

  /** The address before is told in any case: otherwise who reads it could find out who has an account here. */
  askToConfirm(accountId: string, email: string): void {
    this.after.do('asking for another e-mail address', async () => {
      const begun = await this.changes.begin(accountId, email);
      const mail =
        'holder' in begun
          ? mailTo(begun.holder, takenMail)
          : { to: email, ...confirmMail(this.mailer.link(`/account/email/${begun.secret}`)) };
      await this.sendAll([{ to: begun.before, ...changeAskedMail(this.mailer.link('/forgotten')) }, mail]);
    });
  }

  tellOfChange(before: string): void {
    if (!this.canBeSent) return;
    this.after.do('telling of another e-mail address', () =>
      this.mailer.send({ to: before, ...changedMail() }),
    );
  }

  /** Each is sent, also when another one is not taken. */
  private async sendAll(mails: readonly Parameters<Mailer['send']>[0][]): Promise<void> {
    const sent = await Promise.allSettled(mails.map((mail) => this.mailer.send(mail)));
    const failed = sent.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    if (failed.length > 0) throw failed[0];
  }
}
