/** People: how they come in, and what they see and change of themselves. None of it is in the log. */
import { AccountController } from './account.controller.js';
import { BeginController } from './begin.controller.js';
import { DeleteAccountController } from './delete-account.controller.js';
import { MeController } from './me.controller.js';
import { PersonPages } from './person-pages.js';
import { ProfileController } from './profile.controller.js';
import { SetUpController } from './set-up.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignOutController } from './sign-out.controller.js';
import { TokensController } from './tokens.controller.js';

export const PEOPLE_PAGES = [
  AccountController,
  BeginController,
  DeleteAccountController,
  MeController,
  ProfileController,
  SetUpController,
  SignInController,
  SignOutController,
  TokensController,
];

export const PEOPLE_MAKERS = [PersonPages];
