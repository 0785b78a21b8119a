import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { goModuleTool } from './go.mjs';

const VERSION = 'v3.9.11';

const PLUGIN = `name: diff
version: ${VERSION.slice(1)}
usage: Preview helm upgrade changes as a diff
command: $HELM_PLUGIN_DIR/diff
`;

/** The path of helm-diff, in a folder that is a plugin of Helm. It is the last that the module proxy serves. */
export async function helmDiff() {
  const program = await goModuleTool({
    module: 'github.com/databus23/helm-diff/v3',
    version: VERSION,
    binary: 'diff',
  });
  writeFileSync(join(dirname(program), 'plugin.yaml'), PLUGIN);
  return program;
}
