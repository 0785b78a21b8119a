import { access } from './access.js';
import { account } from './account.js';
import { audit } from './audit.js';
import { credentials } from './credentials.js';
import { keys } from './keys.js';
import { lists } from './lists.js';
import { mails } from './mails.js';
import { page } from './page.js';
import { past } from './past.js';
import { problems } from './problems.js';
import { scripts } from './scripts.js';
import { signIn } from './sign-in.js';
import { todos } from './todos.js';
import { workspaces } from './workspaces.js';

/** German, which says “du” to whoever reads it. */
export const de = {
  access,
  account,
  audit,
  credentials,
  keys,
  lists,
  mails,
  page,
  past,
  problems,
  scripts,
  signIn,
  todos,
  workspaces,
};
