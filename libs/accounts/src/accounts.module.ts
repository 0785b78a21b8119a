import { Module } from '@nestjs/common';
import { FindHome } from './find-home.js';
import { FindNames } from './find-names.js';
import { FindPrincipal } from './find-principal.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { Sessions } from './sessions.js';
import { SetUp } from './set-up.js';
import { SignIn } from './sign-in.js';
import { KnownBrowsers } from './throttle/known-browsers.js';
import { Throttle } from './throttle/throttle.js';

const providers = [
  FindHome,
  FindNames,
  FindPrincipal,
  Passwords,
  PeopleStore,
  Sessions,
  SetUp,
  SignIn,
  KnownBrowsers,
  Throttle,
];

@Module({ providers, exports: providers })
export class AccountsModule {}
