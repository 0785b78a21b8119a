import { resetPath } from '#libs/accounts';
import type { Config } from '#libs/platform';

export interface LinkReport {
  /** Below the address of the app. */
  readonly path: string;
  /** The whole address; undefined when no name of web is known. */
  readonly url?: string;
}

type Known = Pick<Config, 'allowedHosts' | 'basePath'> & {
  readonly people: Pick<Config['people'], 'publicUrl'>;
};

/** Where a link leads: by PUBLIC_URL where it is said, else by the first name of ALLOWED_HOSTS. */
export function reportLink(
  token: string,
  { people: { publicUrl }, allowedHosts: [host], basePath }: Known,
): LinkReport {
  const path = basePath + resetPath(token);
  const origin = publicUrl ?? (host === undefined ? undefined : `https://${host}`);
  return origin === undefined ? { path } : { path, url: origin + path };
}

export function formatLink({ path, url }: LinkReport, name: string): string {
  const begin = `With this link ${name} sets a password. It works once, for an hour:`;
  if (url !== undefined) return [begin, '', `  ${url}`].join('\n');
  const where =
    'Put before it the address under which people reach Garbanzo, such as https://todo.example.org. With PUBLIC_URL it would be whole.';
  return [begin, '', `  ${path}`, '', where].join('\n');
}
