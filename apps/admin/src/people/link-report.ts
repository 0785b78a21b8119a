import { resetPath } from '#libs/accounts';
import { printable } from '../printable.js';
import type { WebAddress } from './web-address.js';

export interface LinkReport {
  /** Below the address of the app. */
  readonly path: string;
  /** The whole address; undefined when it is not known where people open the app. */
  readonly url?: string;
}

/** Where a link leads. */
export function reportLink(token: string, { origin, basePath }: WebAddress): LinkReport {
  const path = basePath + resetPath(token);
  return origin === undefined ? { path } : { path, url: origin + path };
}

export function formatLink({ path, url }: LinkReport, name: string): string {
  const begin = `With this link ${printable(name)} sets a password. It works once, for an hour:`;
  if (url !== undefined) return [begin, '', `  ${url}`].join('\n');
  const where =
    'Put before it the address under which people reach Garbanzo, such as https://todo.example.org. With PUBLIC_URL it would be whole.';
  return [begin, '', `  ${path}`, '', where].join('\n');
}
