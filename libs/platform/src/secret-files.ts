import { readFileSync } from 'node:fs';

/** Puts what the files hold in its place; answers which of them cannot be used. */
export function readSecretFiles(env: NodeJS.ProcessEnv, secrets: readonly string[]): string[] {
  return secrets.flatMap((name) => {
    const file = env[`${name}_FILE`];
    if (file === undefined) return [];
    try {
      // The line break that editors put at the end of a file is no part of a secret; a space may be.
      env[name] = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
      return env[name] === '' ? [`  ${name}_FILE names a file that is empty: ${file}`] : [];
    } catch {
      return [`  ${name}_FILE names a file that cannot be read: ${file}`];
    }
  });
}
