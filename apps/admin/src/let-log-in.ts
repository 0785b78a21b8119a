import { createLogger, Database, loadConfig, passwordVerifier, type LoginName } from '#libs/platform';

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Lets web and worker log in as their roles, with the passwords in their database addresses. Changes nothing
 * for a role that can already log in, or if the address names another user.
 *
 * @param database connected as the owner
 * @returns the roles that were changed
 * @throws Error if the owner may not do this; the message says what an administrator has to do
 */
export async function letLogIn(database: Database): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const [name, url] of Object.entries(loadConfig().logins)) {
    const role = `garbanzo_${name as LoginName}`;
    const { username, password } = new URL(url);
    if (decodeURIComponent(username) !== role || (await canLogIn(url))) continue;
    await alter(database, role, decodeURIComponent(password));
    changed.push(role);
  }
  return changed;
}

async function canLogIn(url: string): Promise<boolean> {
  const logger = createLogger('garbanzo', { logLevel: 'silent', production: true });
  const database = new Database({ url, logger, name: 'garbanzo admin', max: 1 });
  try {
    await database.query('select');
    return true;
  } catch {
    return false;
  } finally {
    await database.close();
  }
}

async function alter(database: Database, role: string, password: string): Promise<void> {
  const secret = password === '' ? '' : ` password '${passwordVerifier(password)}'`;
  try {
    await database.query(`alter role ${role} login${secret}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE)) throw error;
    const todo = `as an administrator: alter role ${role} login password '...'`;
    throw new Error(`${role} cannot log in yet, and this user may not change that (${todo})`, {
      cause: error,
    });
  }
}
