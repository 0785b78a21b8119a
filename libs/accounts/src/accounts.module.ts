import { Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.js';
import { CREDENTIAL_PROVIDERS } from './credential-providers.js';
import { FindHome } from './find-home.js';
import { FindNames } from './find-names.js';
import { FindPrincipal } from './find-principal.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { Sessions } from './sessions.js';
import { SetUp } from './set-up.js';
import { SignIn } from './sign-in.js';
import { SignUp } from './sign-up.js';
import { WORKSPACE_PROVIDERS } from './workspaces/workspace-providers.js';

const providers = [
  AuditTrail,
  FindHome,
  FindNames,
  FindPrincipal,
  Passwords,
  PeopleStore,
  Sessions,
  SetUp,
  SignIn,
  SignUp,
  ...WORKSPACE_PROVIDERS,
];

@Module({
  providers: [...providers, ...CREDENTIAL_PROVIDERS],
  exports: [...providers, ...CREDENTIAL_PROVIDERS],
})
export class AccountsModule {}
