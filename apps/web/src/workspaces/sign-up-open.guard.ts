import { Injectable, NotFoundException, type CanActivate } from '@nestjs/common';
import { SetUp } from '#libs/accounts';
import { Config } from '#libs/platform';

/**
 * Where SIGN_UP is not open there is no such page, whatever is sent to it: a guard comes before the form is read. The first account is
 * made by the set-up, which owns the installation.
 */
@Injectable()
export class SignUpOpenGuard implements CanActivate {
  constructor(
    private readonly setUp: SetUp,
    private readonly config: Config,
  ) {}

  async canActivate(): Promise<boolean> {
    if (this.config.signUp !== 'open' || (await this.setUp.isNeeded())) throw new NotFoundException();
    return true;
  }
}
