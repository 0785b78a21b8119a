import { Module } from '@nestjs/common';
import { AccountLinks } from './account-links.js';
import { AuditTrail } from './audit-trail.js';
import { ChangeProfile } from './change-profile.js';
import { CREDENTIAL_PROVIDERS } from './credential-providers.js';
import { DeleteAccount } from './delete-account.js';
import { EmailChange } from './email-change.js';
import { FindHome } from './find-home.js';
import { FindNames } from './find-names.js';
import { FindPrincipal } from './find-principal.js';
import { FindWorkspaces } from './find-workspaces.js';
import { Connections } from './identities/connections.js';
import { IdentityFlows } from './identities/identity-flows.js';
import { IdentitySignIn } from './identities/identity-sign-in.js';
import { KnownBrowsers } from './throttle/known-browsers.js';
import { Passwords } from './passwords/passwords.js';
import { PeopleStore } from './people-store.js';
import { ResetPassword } from './reset-password.js';
import { Sessions } from './sessions.js';
import { SetUp } from './set-up.js';
import { SignIn } from './sign-in.js';
import { SignUp } from './sign-up.js';
import { Throttle } from './throttle/throttle.js';
import { ApiTokens } from './tokens/api-tokens.js';
import { FindTokenHolder } from './tokens/find-token-holder.js';
import { WORKSPACE_PROVIDERS } from './workspaces/workspace-providers.js';

const providers = [
  AccountLinks,
  ApiTokens,
  AuditTrail,
  ChangeProfile,
  Connections,
  DeleteAccount,
  EmailChange,
  FindHome,
  FindNames,
  FindPrincipal,
  FindTokenHolder,
  FindWorkspaces,
  IdentityFlows,
  IdentitySignIn,
  KnownBrowsers,
  Passwords,
  PeopleStore,
  ResetPassword,
  Sessions,
  SetUp,
  SignIn,
  SignUp,
  Throttle,
  ...CREDENTIAL_PROVIDERS,
  ...WORKSPACE_PROVIDERS,
];

@Module({ providers, exports: providers })
export class AccountsModule {}
