import { Injectable } from '@nestjs/common';
import { Batcher } from '#libs/platform';
import { hashPassword, verifyPassword } from './argon2.js';

/**
 * How many are reckoned at once in a process. Node has four threads for such work, and reading files and compressing pages
 * need some as well.
 */
const AT_ONCE = 2;

/** More than that wait too long: whoever comes then is told to come again. */
const WAITING = 200;

/** Makes and checks the hashes of passwords, a few at a time. */
@Injectable()
export class Passwords {
  private readonly work = new Batcher<() => Promise<string | boolean>, string | boolean>(
    async ([task]) => (task === undefined ? [] : [await task()]),
    { batch: 1, calls: AT_ONCE, capacity: WAITING },
  );
  private decoy: Promise<string> | undefined;

  /** @throws Error when too many wait */
  async hash(password: string): Promise<string> {
    return String(await this.work.add(() => hashPassword(password)));
  }

  /**
   * Takes as long when there is no hash to compare with, so that the time does not tell whether there is such an account.
   *
   * @throws Error when too many wait
   */
  async verify(password: string, hash: string | null | undefined): Promise<boolean> {
    this.decoy ??= this.hash('nobody has this password');
    const compared = hash ?? (await this.decoy);
    const isSame = (await this.work.add(() => verifyPassword(password, compared))) === true;
    return isSame && typeof hash === 'string';
  }
}
