import { Module } from '@nestjs/common';
import { ChangeProfile } from './change-profile.js';
import { DeleteAccount } from './delete-account.js';
import { FindHome } from './find-home.js';
import { FindNames } from './find-names.js';
import { FindPrincipal } from './find-principal.js';
import { FindWorkspaces } from './find-workspaces.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { Sessions } from './sessions.js';
import { SetUp } from './set-up.js';
import { SignIn } from './sign-in.js';
import { ApiTokens } from './tokens/api-tokens.js';
import { FindTokenHolder } from './tokens/find-token-holder.js';

const providers = [
  ApiTokens,
  ChangeProfile,
  DeleteAccount,
  FindHome,
  FindNames,
  FindPrincipal,
  FindTokenHolder,
  FindWorkspaces,
  Passwords,
  PeopleStore,
  Sessions,
  SetUp,
  SignIn,
];

@Module({ providers, exports: providers })
export class AccountsModule {}
