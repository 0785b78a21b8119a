import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';

/** Copies the sources as they are, committed or not, and commits them there, so that a check may change them. */
export async function copyProject(folder) {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await runCommand('git', listed, { cwd: root });
  for (const file of stdout.split('\0').filter((name) => name && existsSync(join(root, name)))) {
    cpSync(join(root, file), join(folder, file));
  }
  const git = (...args) => runCommand('git', args, { cwd: folder });
  await git('init', '--quiet');
  await git('add', '--all');
  const author = ['-c', 'user.name=Check', '-c', 'user.email=check@localhost', '-c', 'commit.gpgSign=false'];
  await git(...author, 'commit', '--quiet', '--no-verify', '--message', 'The sources');
  return folder;
}
