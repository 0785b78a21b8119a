import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { createLogger, Database, loadConfig, type LoginName } from '#libs/platform';

/** As PostgreSQL does by default. */
const ITERATIONS = 4_096;

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Lets web and worker log in as the roles that are theirs, with the passwords that their addresses have. Where they can
 * already, or log in as somebody else, nothing is changed.
 *
 * @param database connected as the owner
 * @returns the roles that were changed
 * @throws Error saying what an administrator has to do, when the owner may not
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
  const secret = password === '' ? '' : ` password '${verifierOf(password)}'`;
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

/** What the server keeps instead of a password (RFC 5803). Made here, so that no log of the server ever has the password. */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ITERATIONS, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}
