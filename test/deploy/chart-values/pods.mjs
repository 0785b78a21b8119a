/** The template of every pod that a release makes: those of its Deployment, its Jobs and its test. */
export function podTemplates({ manifests }) {
  return manifests.map(templateOf).filter((template) => template !== undefined);
}

function templateOf(manifest) {
  const { kind, spec } = manifest;
  if (kind === 'Pod') return manifest;
  if (kind === 'CronJob') return spec.jobTemplate.spec.template;
  return ['Deployment', 'Job'].includes(kind) ? spec.template : undefined;
}
