import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

/** What node prints for a script that may use the modules of the deployment checks. */
function printed(script: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  return stdout + stderr;
}

const DOCUMENT = `
Text with \`make up\`, \`garbanzo verify\`, \`make deploy\` and \`garbanzo.yaml\`.

    garbanzo() { kubectl exec deployment/garbanzo-web -- garbanzo admin "$@"; }
    garbanzo backup - > \\
      last.backup      # with a comment
    export TAG=$(date) OTHER=1
    docker build --tag garbanzo:$TAG .
    docker login registry.example

\`\`\`sh
PORT=5050 make up
make uproot
\`\`\`
`;

describe('the commands of a document', () => {
  it('are those that run the image, with what they need of it', () => {
    const found = printed(`
      import { imageCommands } from './test/deploy/documents/commands.mjs';
      console.log(JSON.stringify(imageCommands(${JSON.stringify(DOCUMENT)}, ['up', 'stop'])));`);
    expect(JSON.parse(found)).toEqual({
      prelude: [
        'export TAG=$(date) OTHER=1',
        'garbanzo() { kubectl exec deployment/garbanzo-web -- garbanzo admin "$@"; }',
      ],
      commands: [
        'garbanzo backup - > last.backup',
        'docker build --tag garbanzo:$TAG .',
        'PORT=5050 make up',
        'make up',
        'garbanzo verify',
      ],
    });
  });

  it('find the targets of make that run it', () => {
    const makefile =
      'up: ## start\\n\\t@$(COMPOSE) up\\n\\techo\\n\\nbuild:\\n\\tnest build\\n\\nlogs:\\n\\techo\\n\\t$(COMPOSE) logs\\n';
    const found = printed(`
      import { composeTargets } from './test/deploy/documents/commands.mjs';
      console.log(composeTargets('${makefile}').join());`);
    expect(found).toBe('up,logs\n');
  });
});

describe('a check that takes a Docker engine', () => {
  it('is skipped, and says why, for whoever is not root', () => {
    const found = printed(`
      process.getuid = () => 1000;
      import { withEngine } from './test/deploy/engine/with-engine.mjs';
      await withEngine({ skip: (name, reason) => console.log(name, reason) }, 'the check:', () => undefined);`);
    expect(found).toBe('the check: a Docker engine takes root\n');
  });
});
