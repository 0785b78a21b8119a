import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cached.mjs';
import { goTool } from './go.mjs';
import { downloadModule } from './go-modules.mjs';

const MODULE = 'sigs.k8s.io/kwok';
const VERSION = 'v0.8.0';
const STAGES = ['node/fast', 'node/heartbeat-with-lease', 'pod/fast'];

/** kwok, which plays nodes and pods: its program, and the folder of the stages that it plays. */
export async function kwok() {
  const program = await goTool({ module: `${MODULE}/cmd/kwok`, version: VERSION, binary: 'kwok' });
  const stages = await cached(`kwok-stages@${VERSION}`, async (folder) => {
    const { Dir } = await downloadModule(MODULE, VERSION);
    for (const part of STAGES) {
      const source = join(Dir, 'kustomize/stage', part);
      for (const file of readdirSync(source).filter((name) => /^(node|pod)-.*\.yaml$/.test(name)))
        writeFileSync(join(folder, file), readFileSync(join(source, file)));
    }
  });
  return { program, stages };
}
