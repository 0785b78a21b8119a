// Writes the table of values in the chart's README from the comments in values.yaml: `node k8s/document-values.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { isMap, parseDocument } from 'yaml';

const chart = new URL('charts/garbanzo/', import.meta.url);
const README = fileURLToPath(new URL('README.md', chart));
const TABLE = /(?<=<!-- values -->\n)[^]*(?=<!-- \/values -->)/;

/** The README as it should be. @param values the text of values.yaml @param readme the text of the README */
export async function documented(values, readme) {
  const rows = rowsOf(parseDocument(values).contents);
  const table = ['| value | default | |', '| --- | --- | --- |', ...rows].join('\n');
  if (!TABLE.test(readme)) throw new Error('The README has no place for the table: <!-- values -->');
  const options = await prettier.resolveConfig(README);
  return prettier.format(
    readme.replace(TABLE, () => `\n${table}\n\n`),
    { ...options, parser: 'markdown' },
  );
}

/** A row for each value, and for each group that says what it is for. */
function rowsOf(map, path = []) {
  return map.items.flatMap(({ key, value }, index) => {
    const name = [...path, key.value];
    // The parser gives the comment of a map's first key to the map.
    const comment = key.commentBefore ?? (index === 0 ? map.commentBefore : undefined);
    if (!isGroup(value)) return [row(name, value, comment)];
    return [...(comment ? [row(name, undefined, comment)] : []), ...rowsOf(value, name)];
  });
}

/** A map in a block has values of its own; one in braces is a value. */
const isGroup = (value) => isMap(value) && !value.flow && value.items.length > 0;

function row(name, value, comment = '') {
  const shown = value === undefined ? '' : code(JSON.stringify(value.toJSON()));
  const text = comment.split('\n').map((line) => line.trim());
  return `| ${code(name.join('.'))} | ${shown} | ${text.join(' ')} |`;
}

const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const values = readFileSync(new URL('values.yaml', chart), 'utf8');
  writeFileSync(README, await documented(values, readFileSync(README, 'utf8')));
}
