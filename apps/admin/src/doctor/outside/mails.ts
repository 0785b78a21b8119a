import { createTransport } from 'nodemailer';
import type { Config } from '#libs/platform';
import { well, wrong, type Finding } from '../finding.js';

const SECOND = 1_000;
const LIMITS = { connectionTimeout: 5 * SECOND, greetingTimeout: 5 * SECOND, socketTimeout: 5 * SECOND };

const LOGIN =
  'put the user and the password that it knows into SMTP_URL, with %40 for an @ in them, and so on';
const ENCRYPTION =
  'look at its certificate, and whether SMTP_URL has to begin with smtps://, or with smtp:// for STARTTLS';
const WAY =
  'look at host and port in SMTP_URL, and at what is between: in a cluster, networkPolicy.mail and mailPort of the chart';

/** Goes as far as web does before it says whom a mail is for. */
export async function examineMails({ people: { mail } }: Config): Promise<Finding> {
  if (mail === undefined) return well('are not sent: SMTP_URL is not set');
  const { host } = new URL(mail.smtpUrl);
  const transport = createTransport({ ...LIMITS, url: mail.smtpUrl });
  try {
    await transport.verify();
    return well(`are sent by ${host}, from ${mail.from}`);
  } catch (error) {
    return explain(host, error);
  } finally {
    transport.close();
  }
}

function explain(host: string, error: unknown): Finding {
  const words = error instanceof Error ? error.message.trim() : String(error);
  const isLogin = error instanceof Error && 'code' in error && error.code === 'EAUTH';
  const isEncryption = /\b(ssl|tls|certificate)\b/i.test(words);
  return wrong(`cannot be sent by ${host}: ${words}`, isLogin ? LOGIN : isEncryption ? ENCRYPTION : WAY);
}
