import { isLoopback, type Config } from '#libs/platform';
import { note, well, type Finding } from '../finding.js';

/** The address that people open, and whether web sees by which one they come. */
export function examineAddress({ people: { publicUrl }, trustProxy }: Config): Finding {
  if (publicUrl === undefined) return well('that people open is not said: PUBLIC_URL is not set');
  const text = `that people open is ${publicUrl}`;
  const url = new URL(publicUrl);
  const isEncrypted = url.protocol === 'https:';
  if (!isEncrypted && !isLoopback(url)) {
    return note(
      `${text}: whoever is on the way can read passwords, and browsers have no passkeys there`,
      'put a proxy with TLS before web, and let PUBLIC_URL begin with https://',
    );
  } else if (isEncrypted && trustProxy === false) {
    return note(
      `${text}, so there is a proxy, and web does not believe it: it sees neither https nor who asks`,
      'set TRUST_PROXY to the number of proxies before web, or to their addresses',
    );
  } else {
    return well(text);
  }
}
