import { describeCpu, withCpu } from '../cpu-per-request.mjs';
import { createList, reading } from '../http.mjs';
import { startProcess } from '../processes.mjs';
import { comparison, takeTurns } from '../rounds.mjs';
import { startServer } from '../servers.mjs';
import { startStandby } from '../standby.mjs';
import { startSystem } from '../systems.mjs';
import { plainRow, ratioRow } from '../table.mjs';

/** A reader who has been shown something, long ago: pages are read from the primary for those who never have been. */
const SHOWN = { cookie: 'garbanzo-shown-1=1' };

/** What pages take when they are read from a standby, beside the same without one. On one machine: it is the cost that shows. */
export async function measureReplica({ started, plan, progress }) {
  // A server of its own, because all of it is copied.
  const primary = started(await startServer());
  const database = started(await primary.createDatabase('replicated'));
  const { web: without } = await startSystem(database, started);
  const list = await createList(without, 50);
  const standby = started(await startStandby(primary));
  const env = { DATABASE_REPLICA_URL: standby.url('replicated') };
  const web = started(await startProcess('dist/bundle/web.js', database.url, { env }));
  const measure = (server) => {
    const drive = reading(server, list, SHOWN);
    const cpus = { web: server.cpu, primary: primary.cpu, standby: standby.cpu };
    return (ms) => withCpu(() => drive(ms), cpus);
  };
  const [subject, baseline] = [measure(web), measure(without)];
  for (const warmUp of [subject, baseline]) await warmUp(plan.warmUpMs);
  const label = 'GET of 50 from a replica';
  const rounds = await takeTurns(
    { label, ...plan, progress },
    { replica: () => subject(plan.ms), primary: () => baseline(plan.ms) },
  );
  const [own, usual] = ['replica', 'primary'].map((name) => rounds.map((round) => round[name]));
  return [
    ratioRow(label, 'without a replica', comparison(rounds, 'replica', 'primary')),
    plainRow(`CPU per ${label}`, describeCpu(own), { baseline: describeCpu(usual) }),
  ];
}
