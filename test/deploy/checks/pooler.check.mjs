import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endWithThisProcess } from '../../support/end-with-this-process.mjs';
import { startDatabase } from '../pods/plain-postgres.mjs';
import { mustRefuse } from '../must-refuse.mjs';
import { freePort } from '../pods/free-port.mjs';
import { runCommand } from '../run-command.mjs';
import { pgbouncer } from '../tools/pgbouncer.mjs';

export const name = 'a PgBouncer before PostgreSQL is refused in words, however it is configured';

const WORDS = /a pooler/i;

export async function run({ environment, root, scratch, step }) {
  chmodSync(scratch, 0o755);
  const database = await startDatabase(scratch, environment);
  const garbanzo = (command, url) =>
    runCommand(process.execPath, [join(root, 'dist/bundle/admin.js'), command], {
      env: { PATH: environment.PATH, DATABASE_URL: url },
    });
  try {
    await garbanzo('migrate', database.url);
    await step('PostgreSQL itself is taken', () => garbanzo('status', database.url));
    for (const mode of ['transaction', 'session']) {
      for (const more of ['', 'ignore_startup_parameters = options']) {
        await step(`pool_mode = ${mode}; ${more || 'nothing else'}`, () =>
          behind(database.url, `pool_mode = ${mode}\n${more}`, scratch, async (url) => {
            await mustRefuse('status', WORDS, () => garbanzo('status', url));
            await mustRefuse('migrate', WORDS, () => garbanzo('migrate', url));
            await mustRefuse('doctor', WORDS, () => garbanzo('doctor', url));
          }),
        );
      }
    }
  } finally {
    await database.stop();
  }
}

/** Does the work with an address that leads to the database through a PgBouncer. */
async function behind(address, settings, folder, work) {
  const { program, env } = await pgbouncer();
  const url = new URL(address);
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  const users = join(folder, 'pgbouncer-users.txt');
  writeFileSync(users, `"${url.username}" "${decodeURIComponent(url.password)}"\n`);
  writeFileSync(
    file,
    `[databases]\n* = host=127.0.0.1 port=${url.port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\n` +
      `unix_socket_dir =\nauth_type = scram-sha-256\nauth_file = ${users}\n${settings}\n`,
  );
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? ['--user', 'nobody'] : [];
  const child = spawn(program, [...user, file], { env, stdio: 'ignore' });
  endWithThisProcess(child.pid);
  try {
    await untilListening(port, child);
    url.port = String(port);
    await work(url.href);
  } finally {
    child.kill('SIGKILL');
  }
}

async function untilListening(port, child) {
  while (!(await isListening(port))) {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended with ${child.exitCode}`);
    await pause(50);
  }
}

function isListening(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
