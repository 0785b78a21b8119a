import { Module } from '@nestjs/common';
import { AccountLinks } from './account-links.js';
import { EmailChange } from './email-change.js';
import { FindHome } from './find-home.js';
import { FindNames } from './find-names.js';
import { FindPrincipal } from './find-principal.js';
import { Connections } from './identities/connections.js';
import { IdentityFlows } from './identities/identity-flows.js';
import { IdentitySignIn } from './identities/identity-sign-in.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { ResetPassword } from './reset-password.js';
import { Sessions } from './sessions.js';
import { SetUp } from './set-up.js';
import { SignIn } from './sign-in.js';

const providers = [
  AccountLinks,
  Connections,
  EmailChange,
  FindHome,
  FindNames,
  FindPrincipal,
  IdentityFlows,
  IdentitySignIn,
  Passwords,
  PeopleStore,
  ResetPassword,
  Sessions,
  SetUp,
  SignIn,
];

@Module({ providers, exports: providers })
export class AccountsModule {}
