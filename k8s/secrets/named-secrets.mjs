import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ELSEWHERE = new Set(['.git', '.tools', '.data', 'node_modules', 'dist', 'coverage']);
const DATA = /^secrets?([.-].*)?\.(ya?ml|json|env|ini|toml|txt|dec)$/i;

/** Files of data that are named like secrets, `secrets.yaml` or `secrets.production.json`, below a folder; not code. */
export function namedSecrets(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ELSEWHERE.has(entry.name) ? [] : namedSecrets(path);
    return DATA.test(entry.name) && !path.includes('/templates/') ? [path] : [];
  });
}
