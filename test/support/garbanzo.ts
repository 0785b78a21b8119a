import { execFile, type ChildProcess } from 'node:child_process';
import { promisify } from 'node:util';
import { spawnScript } from './processes.js';

const run = promisify(execFile);

/** Runs the command line as people do; answers its exit code and what it said. */
export async function garbanzo(args: readonly string[], env: NodeJS.ProcessEnv) {
  const { PATH, TMPDIR } = process.env;
  try {
    const { stdout, stderr } = await run(process.execPath, ['dist/bundle/admin.js', ...args], {
      env: { PATH, TMPDIR, ...env },
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: unknown; stderr: unknown };
    return { code: Number(code), stdout: String(stdout), stderr: String(stderr) };
  }
}

/** The same for what is piped or ended on the way. */
export function startGarbanzo(args: readonly string[], url: string): ChildProcess {
  const script = 'dist/bundle/admin.js';
  return spawnScript([script, ...args], { DATABASE_URL: url }, 'pipe');
}
