import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../root.mjs';

/** What a task's file says, with the lists that it leaves out. `params` are those that have a value there. */
export function readTask(file) {
  const task = parse(readFileSync(join(root, file), 'utf8'));
  const { outputs = [], caches = [], params = {} } = task;
  return {
    ...task,
    outputs,
    folders: [...outputs.map(({ name }) => name), ...caches.map(({ path }) => path)],
    parameters: Object.keys(params),
    params: Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null)),
    run: { args: [], ...task.run },
  };
}
