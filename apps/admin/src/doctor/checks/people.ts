import type { Database } from '#libs/platform';
import { counted } from '../../counted.js';
import { note, well, wrong, type Check, type Finding, type Reachable } from '../finding.js';

/** In .env.example, where everybody can read it. */
const KNOWN_TOKEN = '16-characters-or-more';

const THIS_MACHINE = /^(127\.|::1$)/;

export const people: Check = {
  name: 'people',
  async look(database: Database, web: Reachable): Promise<readonly Finding[]> {
    const [found] = await database.query<{ accounts: number; owners: number }>(`
      select count(*) as accounts, count(*) filter (where is_instance_owner and disabled_at is null) as owners
      from accounts`);
    const { accounts = 0, owners = 0 } = found ?? {};
    if (accounts === 0) return [judgeSetUp(web)];
    if (owners > 0) return [well(`have ${counted(accounts, 'account')}`)];
    const remedy =
      'garbanzo account make-owner EMAIL, after garbanzo account enable EMAIL if they are disabled';
    return [wrong('include no owner of the installation who can sign in', remedy)];
  },
};

/** Whoever comes first owns everything. */
function judgeSetUp({ address, setUpToken }: Reachable): Finding {
  const text = 'have no account yet: the first one owns everything';
  if (setUpToken === KNOWN_TOKEN)
    return note(
      `${text}, and SETUP_TOKEN is that of .env.example`,
      'give web a SETUP_TOKEN that only you know',
    );
  const isSafe = THIS_MACHINE.test(address) || setUpToken !== undefined;
  return isSafe
    ? well(text)
    : note(
        `${text}, and web can be reached from other machines (ADDRESS is ${address})`,
        'open web and set it up now, or give web a SETUP_TOKEN that only you know',
      );
}
