import { resetPath } from '#libs/accounts';
import type { Config } from '#libs/platform';

export interface LinkReport {
  /** Below the address of the app. */
  readonly path: string;
  /** The whole address; undefined when no name of web is known. */
  readonly url?: string;
}

/** Where a link leads. The command knows the names of web from ALLOWED_HOSTS only, and takes the first one. */
export function reportLink(
  token: string,
  { allowedHosts: [host], basePath }: Pick<Config, 'allowedHosts' | 'basePath'>,
): LinkReport {
  const path = basePath + resetPath(token);
  return host === undefined ? { path } : { path, url: `https://${host}${path}` };
}

export function formatLink({ path, url }: LinkReport, name: string): string {
  const begin = `With this link ${name} sets a password. It works once, for an hour:`;
  if (url !== undefined) return [begin, '', `  ${url}`].join('\n');
  const where =
    'Put before it the address under which people reach Garbanzo, such as https://todo.example.org. With ALLOWED_HOSTS it would be whole.';
  return [begin, '', `  ${path}`, '', where].join('\n');
}
