import { mustBePipeline, mustBeTask, pipelineText, tasks } from '../concourse/pipeline.mjs';
import { refuseWrongTriggers } from '../concourse/triggers.mjs';
import { knownVariables, refuseCredentials, refuseUnknownVariables } from '../concourse/variables.mjs';
import { mustRefuse } from '../must-refuse.mjs';

export const name = 'the pipeline is one that Concourse takes';

export async function run(context) {
  const pipeline = pipelineText();
  const { step, root } = context;

  await step('fly validates it strictly', () => mustBePipeline(pipeline, context));
  await step('fly validates each task strictly', async () => {
    for (const { task } of tasks()) await mustBeTask(task, context);
  });
  await step('misspelt keys and jobs are refused', () => refuseMistakes(pipeline, context));
  await step('it asks only for credentials that are made', async () => {
    const known = await knownVariables();
    refuseUnknownVariables(pipeline, known);
    await mustRefuse('a misspelt variable', /regisrty/, async () =>
      refuseUnknownVariables(pipeline.replace('((registry.', '((regisrty.'), known),
    );
  });
  await step('it holds no credential', () => refuseWrittenDown(pipeline));
  await step('the image is built, and the cluster changed, only by what concerns them', async () => {
    await refuseWrongTriggers(pipeline, root);
    await mustRefuse('a resource that hears of charts', /wrong resource/, () =>
      refuseWrongTriggers(pipeline.replace(', k8s, ', ', '), root),
    );
  });
}

async function refuseMistakes(pipeline, context) {
  const seeded = (from, to) => mustBePipeline(pipeline.replace(from, to), context);
  await mustRefuse('a misspelt key', /unknown fields \["triger"\]/, () => seeded('trigger:', 'triger:'));
  await mustRefuse('a job that is not there', /unknown job 'tets'/, () =>
    seeded('passed: [test]', 'passed: [tets]'),
  );
  const [{ task }] = tasks();
  await mustRefuse('a misspelt key of a task', /inpust/, () => mustBeTask({ ...task, inpust: [] }, context));
}

async function refuseWrittenDown(pipeline) {
  refuseCredentials(pipeline);
  const careless = pipeline.replace('password: ((registry.password))', 'password: hunter2');
  await mustRefuse('a password', /written down: password/, async () => refuseCredentials(careless));
}
