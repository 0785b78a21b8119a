import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { opened } from './leftovers.js';
import { until } from './until.js';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly subject: string;
  /** As its reader sees it. */
  readonly text: string;
}

type Manner = 'takes' | 'refuses' | 'stalls';

/** A server that takes mails, on this machine. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  /** Who was asked to be sent a mail, whether it was taken or not. */
  readonly recipients: string[] = [];
  private manner: Manner = 'takes';
  private stalled: (() => void)[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      this.recipients.push(address);
      if (this.manner === 'refuses') done(new Error(`no mailbox ${address} here`));
      else if (this.manner === 'stalls') this.stalled.push(done);
      else done();
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      stream.setEncoding('utf8');
      let source = '';
      stream.on('data', (chunk: string) => (source += chunk));
      stream.on('end', () => {
        this.mails.push({ to, ...read(source) });
        done();
      });
    },
  });

  private constructor() {}

  static start(): Promise<MailServer> {
    return opened('a mail server', MailServer.listen());
  }

  private static async listen(): Promise<MailServer> {
    const mail = new MailServer();
    await new Promise<void>((resolve) => mail.server.listen(0, '127.0.0.1', resolve));
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** From now on. What has stalled goes on when it does not any more. */
  becomes(manner: Manner): void {
    this.manner = manner;
    if (manner !== 'stalls') this.stalled.splice(0).forEach((goOn) => goOn());
  }

  /** The next mail to somebody, about something. */
  async to(address: string, about = ''): Promise<ReceivedMail> {
    const find = () =>
      this.mails.findIndex(({ to, subject }) => to.includes(address) && subject.includes(about));
    await until(() => find() >= 0);
    const [mail] = this.mails.splice(find(), 1);
    if (mail === undefined) throw new Error(`There is no mail to ${address}`);
    return mail;
  }

  async close(): Promise<void> {
    this.becomes('takes');
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** The path that a mail leads to, in the app that is served from this origin. */
export function pathIn({ text: words }: ReceivedMail, origin: string): string {
  const line = words.split('\n').find((found) => found.startsWith(`${origin}/`) && found !== `${origin}/`);
  return line?.slice(origin.length) ?? '';
}

/** Our mails have one part in plain text. */
function read(source: string): Omit<ReceivedMail, 'to'> {
  const [head = '', ...body] = source.split('\r\n\r\n');
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  if (!header('content-type').startsWith('text/plain')) throw new Error(`No plain text: ${headers}`);
  const encoded = body.join('\r\n\r\n').replaceAll('\r\n', '\n');
  const isQuoted = header('content-transfer-encoding') === 'quoted-printable';
  return { subject: decoded(header('subject')), text: isQuoted ? unquoted(encoded) : encoded };
}

/** Of RFC 2045, 6.7, with texts in UTF-8. */
function unquoted(encoded: string): string {
  return encoded
    .replaceAll('=\n', '')
    .replaceAll(/(?:=[\dA-F]{2})+/g, (codes) => Buffer.from(codes.replaceAll('=', ''), 'hex').toString());
}

/** Of RFC 2047: what is not in ASCII, in words of which each is encoded for itself. */
function decoded(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
      encoding.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : unquoted(text.replaceAll('_', ' ')),
    );
}
