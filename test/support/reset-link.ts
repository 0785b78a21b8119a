import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { linkAccount, PeopleStore } from '#libs/accounts';

/** The secret of a link that sets a password, made as `garbanzo account link` makes it; undefined when it makes none. */
export async function resetLink(web: NestFastifyApplication, email: string): Promise<string | undefined> {
  const linked = await linkAccount(web.get(PeopleStore), email);
  return linked.ok ? linked.done.token : undefined;
}
