import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { readTask } from './read-task.mjs';

/**
 * Runs a task as Concourse does: in an empty folder with its inputs, its empty outputs and its caches, and with its
 * parameters in the environment. Answers with what it wrote, and the folder.
 *
 * @param inputs for each input, what fills its empty folder; else it is a checkout
 * @throws Error when something else is in the folder afterwards, or an output has stayed empty
 */
export async function runTask(file, { scratch, env, inputs = {}, params = {} }) {
  const task = readTask(file);
  refuseUnknown(params, task);
  const cwd = mkdtempSync(join(scratch, 'task-'));
  await layInputs(task, cwd, inputs);
  for (const folder of task.folders) mkdirSync(join(cwd, folder));
  const before = readdirSync(cwd).sort().join(', ');

  const script = join(cwd, task.run.path);
  const written = await runCommand(script, task.run.args, {
    cwd,
    env: { ...env, ...task.params, ...params },
  });

  const after = readdirSync(cwd).sort().join(', ');
  if (after !== before) throw new Error(`${file} leaves ${after} where there was ${before}`);
  const empty = task.outputs.find(({ name }) => readdirSync(join(cwd, name)).length === 0);
  if (empty !== undefined) throw new Error(`${file} leaves its output ${empty.name} empty`);
  return { ...written, cwd };
}

/** Concourse gives a task only the parameters that it names. */
function refuseUnknown(params, task) {
  const unknown = Object.keys(params).find((name) => !task.parameters.includes(name));
  if (unknown !== undefined) throw new Error(`the task takes no ${unknown}`);
}

async function layInputs(task, cwd, fillings) {
  for (const { name } of task.inputs) {
    mkdirSync(join(cwd, name));
    await (fillings[name] ?? checkout)(join(cwd, name));
  }
}

/** A clone of this folder, with what has not been committed. */
export async function checkout(folder) {
  await runCommand('git', ['clone', '--quiet', root, folder]);
  for (const part of ['ci', 'k8s', 'helmsman_dsf.yml', 'helmsman_small_dsf.yml', 'package.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
}

/** Files with their contents. */
export const files = (contents) => (folder) => {
  for (const [name, text] of Object.entries(contents)) writeFileSync(join(folder, name), text);
};
