import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Beside `src`, both in the sources and in `dist`. */
const folder = new URL('../../assets/', import.meta.url);
const idiomorph = createRequire(import.meta.url).resolve('idiomorph/dist/idiomorph.min.js');

/** Every asset by the name that templates use; the style sheets are joined, in the order of their names. */
export function readAssetSources(): ReadonlyMap<string, Buffer> {
  return new Map([
    ['app.css', styles()],
    ['app.js', readFileSync(new URL('app.js', folder))],
    ['editing.js', readFileSync(new URL('editing.js', folder))],
    ['waiting.js', readFileSync(new URL('waiting.js', folder))],
    ['icon.svg', readFileSync(new URL('icon.svg', folder))],
    ['idiomorph.js', readFileSync(idiomorph)],
  ]);
}

function styles(): Buffer {
  const css = new URL('css/', folder);
  const files = readdirSync(css).filter((file) => file.endsWith('.css'));
  return Buffer.concat(files.toSorted().map((file) => readFileSync(new URL(file, css))));
}
