import { documented } from '../../../k8s/document-values.mjs';
import { chartFile } from '../chart.mjs';
import { mustRefuse } from '../must-refuse.mjs';

export const name = "the README of the chart has the chart's values";

export async function run() {
  const [values, readme] = [chartFile('values.yaml'), chartFile('README.md')];
  await mustBeUpToDate(values, readme);
  await mustRefuse('another default', /document-values/, () =>
    mustBeUpToDate(values.replace('component: web', 'component: worker'), readme),
  );
  await mustRefuse('another comment', /document-values/, () =>
    mustBeUpToDate(values.replace('# Number of pods', '# Count of pods'), readme),
  );
}

async function mustBeUpToDate(values, readme) {
  if ((await documented(values, readme)) !== readme) {
    throw new Error("The chart's README is out of date: run node k8s/document-values.mjs");
  }
}
