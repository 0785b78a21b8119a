import { Injectable } from '@nestjs/common';
import { Batcher } from '#libs/platform';
import { decoyHash, hashPassword, verifyPassword } from './argon2.js';
import { PasswordsBusyError } from './passwords-busy.error.js';

/**
 * How many are reckoned at once in a process. Node has four threads for such work, and reading files and compressing pages
 * need some as well.
 */
const AT_ONCE = 2;

/** More than that would wait too long: whoever comes then is told to come again. */
const WAITING = 200;

/** Makes and checks the hashes of passwords, a few at a time. */
@Injectable()
export class Passwords {
  private readonly work = new Batcher<() => Promise<string | boolean>, string | boolean>(
    async ([task]) => (task === undefined ? [] : [await task()]),
    { batch: 1, calls: AT_ONCE },
  );
  private readonly decoy = decoyHash();
  private waiting = 0;

  /** @throws PasswordsBusyError when too many wait */
  async hash(password: string): Promise<string> {
    return String(await this.reckon(() => hashPassword(password)));
  }

  /**
   * Takes as long when there is no hash to compare with, so that the time does not tell whether there is such an account.
   *
   * @throws PasswordsBusyError when too many wait
   */
  async verify(password: string, hash: string | null | undefined): Promise<boolean> {
    const isSame = (await this.reckon(() => verifyPassword(password, hash ?? this.decoy))) === true;
    return isSame && typeof hash === 'string';
  }

  private async reckon(task: () => Promise<string | boolean>): Promise<string | boolean> {
    if (this.waiting >= WAITING) throw new PasswordsBusyError();
    this.waiting += 1;
    try {
      return await this.work.add(task);
    } finally {
      this.waiting -= 1;
    }
  }
}
