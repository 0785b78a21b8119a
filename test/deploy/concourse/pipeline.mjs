import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { fly } from '../tools.mjs';
import { taskSchema } from './task-schema.mjs';

export const pipelineText = () => readFileSync(join(root, 'ci/pipeline.yaml'), 'utf8');

/** The tasks of the pipeline: the path of each file, and what is in it. */
export const tasks = () =>
  globSync('ci/tasks/*.yaml', { cwd: root }).map((file) => ({
    file,
    task: parse(readFileSync(join(root, file), 'utf8')),
  }));

/** Holds a pipeline, as text, against what fly knows. */
export async function mustBePipeline(text, { scratch, environment }) {
  const file = join(scratch, 'pipeline.yaml');
  writeFileSync(file, text);
  await runCommand(await fly(), ['validate-pipeline', '--strict', '--config', file], { env: environment });
}

/** The same for a task. fly reads a task only when it is to run one, or as a part of a pipeline: so it gets one. */
export async function mustBeTask(task, context) {
  taskSchema.parse(task);
  const job = { name: 'job', plan: [{ task: 'task', config: task }] };
  await mustBePipeline(stringify({ jobs: [job] }), context);
}
