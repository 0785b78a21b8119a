import { z } from 'zod';

/** How mails are sent. */
export interface MailConfig {
  /** With the user and the password, where the server asks for them. */
  readonly smtpUrl: string;
  readonly from: string;
  /** The origin that links in mails begin with, whatever a request claims. */
  readonly publicUrl: string;
}

/** A provider of OpenID Connect with which people can sign in. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it. */
  readonly name: string;
  /** Whether somebody who has no account here is given one. */
  readonly signUp: boolean;
  /** The origin to which it lets people return. */
  readonly publicUrl: string;
}

/** What is outside of this app and has to do with people. */
export interface PeopleConfig {
  /** The origin that people open, when that is said. */
  readonly publicUrl: string | undefined;
  /** The host of PUBLIC_URL: it needs not be said twice that people come under this name. */
  readonly publicHosts: readonly string[];
  readonly mail: MailConfig | undefined;
  readonly oidc: OidcConfig | undefined;
}

const ORIGIN = 'must be the address that people open, without a path, such as https://todo.example.org';
const SMTP = 'must look like smtp://user:password@mail.example.org:587 or smtps://...';
const FROM = 'must be an e-mail address, or look like Garbanzo <todo@example.org>';
const ISSUER = 'must be an address with https:// (or http:// on this machine)';

const isUrl = (text: string, allowed: (url: URL) => boolean) => URL.canParse(text) && allowed(new URL(text));

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether nothing between here and there can listen. */
export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

export const peopleVariables = {
  PUBLIC_URL: z
    .string()
    .refine((text) => isUrl(text, isOrigin), ORIGIN)
    .transform((text) => new URL(text).origin)
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      (text) => isUrl(text, ({ protocol, hostname }) => /^smtps?:$/.test(protocol) && hostname !== ''),
      SMTP,
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@\r\n]+ <[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/, FROM)
    .optional(),
  OIDC_ISSUER: z
    .string()
    .refine((text) => isUrl(text, isSafeIssuer), ISSUER)
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'must have at most 60 characters').default('single sign-on'),
  OIDC_SIGN_UP: z.enum(['true', 'false'], 'must be true or false').default('false'),
};

function isOrigin({ protocol, pathname, search, hash, username }: URL): boolean {
  return /^https?:$/.test(protocol) && pathname === '/' && `${search}${hash}${username}` === '';
}

function isSafeIssuer(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

type Variables = z.infer<z.ZodObject<typeof peopleVariables>>;

/** Those that are of no use without the others. */
const TOGETHER = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
];

/** Which variables are missing beside those that are set. */
export function missingBeside(given: Readonly<Record<string, string | undefined>>): string[] {
  const missing = TOGETHER.flatMap((names) => {
    const set = names.filter((name) => given[name] !== undefined);
    const needed = [...names, 'PUBLIC_URL'].filter((name) => given[name] === undefined);
    return set.length === 0 ? [] : needed.map((name) => `  ${name} is not set beside ${set.join(' and ')}`);
  });
  return [...new Set(missing)];
}

export function peopleOf(data: Variables): PeopleConfig {
  const { PUBLIC_URL: publicUrl } = data;
  if (publicUrl === undefined) return { publicUrl, publicHosts: [], mail: undefined, oidc: undefined };
  return {
    publicUrl,
    publicHosts: [new URL(publicUrl).host],
    mail: mailOf(data, publicUrl),
    oidc: oidcOf(data, publicUrl),
  };
}

function mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: Variables, publicUrl: string) {
  return smtpUrl === undefined || from === undefined ? undefined : { smtpUrl, from, publicUrl };
}

function oidcOf(data: Variables, publicUrl: string): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  const { OIDC_NAME: name, OIDC_SIGN_UP: signUp } = data;
  return { issuer, clientId, clientSecret, name, signUp: signUp === 'true', publicUrl };
}
