const ENCRYPTED = /^#?ENC\[AES256_GCM,data:[^\]]*\]$/;
const EMPTY = new Set(['', '""', "''", '{}', '[]', 'null', '|', '>']);

/**
 * What in a YAML file of sops can be read: the key of each value that is not encrypted, never the value. Every value
 * stands on the line of its key, as sops writes it; what comes after `sops:` is about the keys and is public.
 */
export function plainLines(text) {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => /^sops:\s*$/.test(line));
  if (end < 0) return ['it has no part named sops'];
  const plain = lines.slice(0, end).filter(isPlain).map(keyOf);
  return hasMac(lines.slice(end)) ? plain : [...plain, 'its part named sops has no mac'];
}

const hasMac = (lines) => lines.some((line) => /^\s+mac: ENC\[/.test(line));

function isPlain(line) {
  const value = line.replace(/^\s*(- )*([^\s:#][^:]*:(\s|$))?/, '').trim();
  return !EMPTY.has(value) && !ENCRYPTED.test(value);
}

const keyOf = (line) => line.split(':')[0].trim();
