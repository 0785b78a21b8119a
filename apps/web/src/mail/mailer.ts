import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config, type MailConfig } from '#libs/platform';

const SECOND = 1_000;

const LIMITS = {
  connectionTimeout: 10 * SECOND,
  greetingTimeout: 10 * SECOND,
  socketTimeout: 20 * SECOND,
  // A mail is what is written in it.
  disableFileAccess: true,
  disableUrlAccess: true,
};

/** A short mail in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly lines: readonly string[];
}

/** Sends mails, where whoever runs the app has said how. It takes its time, and may fail: see `AfterAnswer`. */
@Injectable()
export class Mailer {
  private readonly mail: MailConfig | undefined;
  private readonly basePath: string;
  private readonly transport;

  constructor(config: Config) {
    this.mail = config.people.mail;
    this.basePath = config.basePath;
    this.transport = createTransport({ ...LIMITS, url: this.mail?.smtpUrl ?? 'smtp://localhost' });
  }

  get isConfigured(): boolean {
    return this.mail !== undefined;
  }

  /** @param path inside the app; what leads to it never comes from a request, which may claim any host */
  link(path: string): string {
    return `${this.mail?.publicUrl}${this.basePath}${path}`;
  }

  /** @throws Error when the server does not take it, without the address of whom it is for */
  async send({ to, subject, lines }: Mail): Promise<void> {
    if (this.mail === undefined) throw new Error('SMTP_URL is not set');
    const text = [...lines, '', '-- ', `Garbanzo, ${this.link('/')}`].join('\n');
    try {
      // As an object it is one address, whatever is in it.
      await this.transport.sendMail({ from: this.mail.from, to: { name: '', address: to }, subject, text });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // oxlint-disable-next-line preserve-caught-error -- logs tell causes as well, and this one names the recipient
      throw new Error(`The mail server: ${reason.replaceAll(to, 'the recipient')}`);
    }
  }
}
