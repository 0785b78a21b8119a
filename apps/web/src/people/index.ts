/** People: how they come in, and what they see and change of themselves. None of it is in the log. */
import { AfterAnswer, Mailer } from '../mail/index.js';
import { AccountController } from './account.controller.js';
import { BeginController } from './begin.controller.js';
import { EmailConfirmController } from './email-confirm.controller.js';
import { EmailMails } from './email-mails.js';
import { EmailController } from './email.controller.js';
import { ForgottenController } from './forgotten.controller.js';
import { OIDC_MAKERS, OIDC_PAGES } from './oidc/index.js';
import { PersonPages } from './person-pages.js';
import { ResetController } from './reset.controller.js';
import { SetUpController } from './set-up.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignOutController } from './sign-out.controller.js';

export const PEOPLE_PAGES = [
  AccountController,
  BeginController,
  EmailConfirmController,
  EmailController,
  ForgottenController,
  ...OIDC_PAGES,
  ResetController,
  SetUpController,
  SignInController,
  SignOutController,
];

export const PEOPLE_MAKERS = [AfterAnswer, EmailMails, Mailer, ...OIDC_MAKERS, PersonPages];
