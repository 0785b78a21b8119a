import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { cached } from '../tools/cached.mjs';

/** Where it is said how web ends, and what is there since it answers first what is on its way to it. */
const [ENDING, POLITE] = ['libs/platform/src/run-until-signal.ts', 'POLITE_MS'];
/** What is there since a list that was just made has its page while nothing is folded. */
const NEW_LISTS = 'libs/queries/src/find-new-list.ts';

/**
 * The last version that had a migration less: `{commit, tree, isPolite, showsNewLists}`, its sources with what they are built into,
 * whether its web ends without leaving a request unanswered, and whether it shows a list that nobody has folded yet. Undefined in a clone without its history.
 */
export async function versionBefore(env) {
  const git = async (...args) => (await runCommand('git', args, { cwd: root, env })).stdout.trim();
  const added = ['log', '-1', '--diff-filter=A', '--format=%H', '--', 'migrations/migration-*.ts'];
  const commit = await git('rev-parse', '--verify', '--quiet', `${await git(...added)}^`).catch(
    () => undefined,
  );
  if (commit === undefined) return undefined;
  const tree = await cached(`garbanzo-${commit.slice(0, 12)}`, (folder) => build(commit, folder, env));
  if (!isPolite(root) || !showsNewLists(root))
    throw new Error(
      `${POLITE} in ${ENDING} or ${NEW_LISTS} has gone, by which this knows what a version can do`,
    );
  return { commit, tree, isPolite: isPolite(tree), showsNewLists: showsNewLists(tree) };
}

const isPolite = (folder) => readFileSync(join(folder, ENDING), 'utf8').includes(POLITE);

const showsNewLists = (folder) => existsSync(join(folder, NEW_LISTS));

async function build(commit, folder, env) {
  const archive = join(folder, 'archive.tar');
  await runCommand('git', ['archive', '--output', archive, commit], { cwd: root, env });
  await runCommand('tar', ['--extract', '--file', archive, '--directory', folder]);
  rmSync(archive);
  const own = { cwd: folder, env };
  const modules = join(folder, 'node_modules');
  const hasSame = await runCommand('git', ['diff', '--quiet', commit, '--', 'package-lock.json'], {
    cwd: root,
    env,
  })
    .then(() => true)
    .catch(() => false);
  if (hasSame) symlinkSync(join(root, 'node_modules'), modules);
  else await runCommand('npm', ['ci', '--no-audit', '--no-fund'], own);
  mkdirSync(join(folder, 'dist'), { recursive: true });
  await runCommand('nest', ['build', 'web'], own);
  await runCommand('rolldown', ['--config'], own);
}
