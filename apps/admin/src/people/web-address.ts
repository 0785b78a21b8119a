import { ownAddress, readConfig } from '../read-config.js';

/** Where people open the app. */
export interface WebAddress {
  /** Such as `https://todo.example.org`; undefined when that is not known. */
  readonly origin: string | undefined;
  readonly basePath: string;
}

/** What PUBLIC_URL says; else what `make start` has printed. Which of ALLOWED_HOSTS people open, and whether over TLS, nobody knows. */
export function webAddress(): WebAddress {
  const { people, basePath } = readConfig();
  const own = ownAddress();
  if (people.publicUrl !== undefined || own === undefined) return { origin: people.publicUrl, basePath };
  return { origin: own.origin, basePath: own.pathname.replace(/\/$/, '') };
}
