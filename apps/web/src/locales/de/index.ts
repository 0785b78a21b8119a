import { access } from './access.js';
import { account } from './account.js';
import { agenda } from './agenda.js';
import { audit } from './audit.js';
import { checklist } from './checklist.js';
import { choose } from './choose.js';
import { chosen } from './chosen.js';
import { credentials } from './credentials.js';
import { drag } from './drag.js';
import { due } from './due.js';
import { forms } from './forms.js';
import { history } from './history.js';
import { keys } from './keys.js';
import { lines } from './lines.js';
import { labels } from './labels.js';
import { lists } from './lists.js';
import { mails } from './mails.js';
import { many } from './many.js';
import { note } from './note.js';
import { notices } from './notices.js';
import { page } from './page.js';
import { past } from './past.js';
import { priority } from './priority.js';
import { problems } from './problems.js';
import { quickAdd } from './quick-add.js';
import { recurrence } from './recurrence.js';
import { refusals } from './refusals.js';
import { scripts } from './scripts.js';
import { search } from './search.js';
import { signIn } from './sign-in.js';
import { todos } from './todos.js';
import { undoing } from './undoing.js';
import { workspaces } from './workspaces.js';

/** German, which says “du” to whoever reads it. */
export const de = {
  access,
  account,
  agenda,
  audit,
  checklist,
  choose,
  chosen,
  credentials,
  drag,
  due,
  forms,
  history,
  keys,
  lines,
  labels,
  lists,
  mails,
  many,
  note,
  notices,
  page,
  past,
  priority,
  problems,
  quickAdd,
  recurrence,
  refusals,
  scripts,
  search,
  signIn,
  todos,
  undoing,
  workspaces,
};
