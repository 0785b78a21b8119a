import { measureBackups } from '../backups.mjs';
import { createFilled } from '../fill-log.mjs';
import { createList } from '../http.mjs';
import { compareMemory } from '../replay.mjs';
import { startSystem } from '../systems.mjs';
import { compareRequests } from '../while-replaying.mjs';

/** What those who run it notice: the memory of a replay, backups, and how long requests take during a replay. */
export async function measureOperations(bench) {
  const { server, started, plan, progress } = bench;
  const long = await bench.longLog();
  const short = await createFilled(bench, 'short_log', { events: plan.events / 10, workspaces: 100 });
  progress('memory of replay and verify', 0, 1);
  const memory = await compareMemory(long, short);
  progress('backup and restore', 0, 1);
  const backups = await measureBackups(short, started(await server.createDatabase('restored')));
  const system = await startSystem(long, started);
  const lists = { read: await createList(system.web, 50), written: await createList(system.web, 0) };
  const requests = await compareRequests({ ...system, lists }, { usualMs: plan.ms * 4, progress });
  return [...memory, ...backups, ...requests];
}
