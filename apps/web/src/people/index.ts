/** People: how they come in, and what they see and change of themselves. None of it is in the log. */
import { WORKSPACE_MAKERS, WORKSPACE_PAGES } from '../workspaces/index.js';
import { AfterAnswer, Mailer } from '../mail/index.js';
import { AccountController } from './account.controller.js';
import { AccountAccessController } from './audit/account-access.controller.js';
import { AuditPage } from './audit/audit-page.js';
import { WorkspaceAccessController } from './audit/workspace-access.controller.js';
import { BeginController } from './begin.controller.js';
import { CREDENTIAL_MAKERS, CREDENTIAL_PAGES } from './credentials/index.js';
import { DeleteAccountController } from './delete-account.controller.js';
import { EmailConfirmController } from './email-confirm.controller.js';
import { EmailMails } from './email-mails.js';
import { EmailController } from './email.controller.js';
import { ForgottenController } from './forgotten.controller.js';
import { MeController } from './me.controller.js';
import { OIDC_MAKERS, OIDC_PAGES } from './oidc/index.js';
import { PersonPages } from './person-pages.js';
import { ProfileController } from './profile.controller.js';
import { ResetController } from './reset.controller.js';
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
  EmailConfirmController,
  EmailController,
  ForgottenController,
  ...OIDC_PAGES,
  ResetController,
  SetUpController,
  SignInController,
  SignOutController,
  WorkspaceAccessController,
  ...WORKSPACE_PAGES,
  TokensController,
];

export const PEOPLE_MAKERS = [
  AfterAnswer,
  AuditPage,
  EmailMails,
  Mailer,
  PersonPages,
  ...CREDENTIAL_MAKERS,
  ...OIDC_MAKERS,
  ...WORKSPACE_MAKERS,
];
