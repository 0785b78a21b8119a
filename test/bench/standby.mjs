import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { giveTo, serverUser } from '../../dist/apps/local/src/postgres/server-user.js';
import { copyFolder } from '../support/copy-folder.mjs';
import { startIn } from './servers.mjs';

/** A PostgreSQL that follows another one by streaming replication. */
export async function startStandby(primary) {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-bench-'));
  await copyRunning(primary, join(folder, 'data'));
  const { hostname, port, username, password } = new URL(primary.url('postgres'));
  const source = `host=${hostname} port=${port} user=${username} password=${password}`;
  return startIn(folder, { primary_conninfo: source });
}

/** As pg_basebackup would do it, which is not among the binaries. */
async function copyRunning({ url, dataDir }, target) {
  const client = new pg.Client(url('postgres'));
  await client.connect();
  try {
    await client.query(`select pg_backup_start('standby', true)`);
    copyFolder(dataDir, target);
    const { rows } = await client.query('select labelfile as label from pg_backup_stop(false)');
    rmSync(join(target, 'postmaster.pid'));
    const files = { backup_label: rows[0].label, 'standby.signal': '' };
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(target, name), content, { mode: 0o600 });
      giveTo(serverUser(dataDir), join(target, name));
    }
  } finally {
    await client.end();
  }
}
