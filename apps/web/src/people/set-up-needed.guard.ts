import { Injectable, NotFoundException, type CanActivate } from '@nestjs/common';
import { SetUp } from '#libs/accounts';

/** There is no set-up once somebody has an account, whatever is sent to it: a guard comes before the form is read. */
@Injectable()
export class SetUpNeededGuard implements CanActivate {
  constructor(private readonly setUp: SetUp) {}

  async canActivate(): Promise<boolean> {
    if (!(await this.setUp.isNeeded())) throw new NotFoundException();
    return true;
  }
}
