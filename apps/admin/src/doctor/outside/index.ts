import type { Config } from '#libs/platform';
import type { Finding } from '../finding.js';
import { examineAddress } from './address.js';
import { examineMails } from './mails.js';
import { examineProvider } from './provider.js';
import { examineSignUp } from './sign-up.js';

/** What people need beside the database, as far as this process is told of it. The slow ones are asked at the same time. */
export async function examineOutside(config: Config): Promise<readonly (Finding & { check: string })[]> {
  const [mails, provider] = await Promise.all([examineMails(config), examineProvider(config)]);
  return [
    { check: 'address', ...examineAddress(config) },
    { check: 'sign-up', ...examineSignUp(config) },
    { check: 'mails', ...mails },
    { check: 'provider', ...provider },
  ];
}
