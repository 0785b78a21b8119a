import { isIP } from 'node:net';

/** The name in a Host header, in small letters and without the port; undefined when it is none. */
function hostName(host: string): string | undefined {
  const [, name] = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(host) ?? [];
  return name?.toLowerCase().replace(/\.$/, '');
}

/**
 * Whether a browser can have been led here under this name. Who owns a name can make it lead to this machine, and then
 * run a page under it which browsers take for ours (DNS rebinding). Nobody can do that with localhost, with an address,
 * or with a name that we are told is ours.
 */
export function isOurName(host: string, allowedHosts: readonly string[]): boolean {
  const name = hostName(host);
  if (name === undefined) return false;
  const isAddress = isIP(name.replace(/^\[|\]$/g, '')) > 0;
  return name === 'localhost' || isAddress || allowedHosts.some((allowed) => hostName(allowed) === name);
}

/** Something that a client has sent, as it can stand in a sentence. */
export const brief = (text: string) => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
