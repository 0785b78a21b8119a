import { runCommand } from '../run-command.mjs';
import { aptTool } from '../tools.mjs';

/**
 * buildah with a storage of its own: a function that takes its arguments and answers with what it wrote, without the end
 * of the line.
 *
 * @param images a storage whose images can be used as well, and are not changed
 */
export async function buildahOn({ storage, run, images }) {
  const program = await aptTool('buildah');
  const call = async (driver, args) => {
    const shared = images ? ['--storage-opt', `${driver}.imagestore=${images}`] : [];
    const options = ['--storage-driver', driver, '--root', storage, '--runroot', run, ...shared];
    return (await runCommand(program, [...options, ...args])).stdout.trim();
  };
  const driver = await call('overlay', ['info']).then(
    () => 'overlay',
    // Where the folder is on an overlay itself: every layer is then a copy, which takes longer.
    () => 'vfs',
  );
  return (...args) => call(driver, args);
}
