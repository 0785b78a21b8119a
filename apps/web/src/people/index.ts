/** People: how they come in, and what they see and change of themselves. None of it is in the log. */
import { WORKSPACE_MAKERS, WORKSPACE_PAGES } from '../workspaces/index.js';
import { AccountController } from './account.controller.js';
import { AccountAccessController } from './audit/account-access.controller.js';
import { AuditPage } from './audit/audit-page.js';
import { WorkspaceAccessController } from './audit/workspace-access.controller.js';
import { BeginController } from './begin.controller.js';
import { CREDENTIAL_MAKERS, CREDENTIAL_PAGES } from './credentials/index.js';
import { DeleteAccountController } from './delete-account.controller.js';
import { MeController } from './me.controller.js';
import { PersonPages } from './person-pages.js';
import { ProfileController } from './profile.controller.js';
import { SetUpController } from './set-up.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignOutController } from './sign-out.controller.js';
import { TokensController } from './tokens.controller.js';

export const PEOPLE_PAGES = [
  ...CREDENTIAL_PAGES,
  AccountController,
  AccountAccessController,
  BeginController,
  DeleteAccountController,
  MeController,
  ProfileController,
  SetUpController,
  SignInController,
  SignOutController,
  WorkspaceAccessController,
  ...WORKSPACE_PAGES,
  TokensController,
];

export const PEOPLE_MAKERS = [AuditPage, PersonPages, ...CREDENTIAL_MAKERS, ...WORKSPACE_MAKERS];
