import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CATALOGUE, LANGUAGES, type Language } from '../locales/index.js';

/** Beside `src`, both in the sources and in `dist`. */
const folder = new URL('../../assets/', import.meta.url);
const idiomorph = createRequire(import.meta.url).resolve('idiomorph/dist/idiomorph.min.js');

/** Every asset by the name that templates use; the scripts and the style sheets are joined. */
export function readAssetSources(): ReadonlyMap<string, Buffer> {
  return new Map([
    ['app.css', styles()],
    ['fresh.js', read('fresh.js')],
    ['icon.svg', read('icon.svg')],
    ['passkeys.js', read('passkeys.js')],
    ['quick-add.js', read('quick-add.js')],
    ['search.js', read('search.js')],
    ['time-zone.js', read('time-zone.js')],
    ['idiomorph.js', readFileSync(idiomorph)],
    ...LANGUAGES.flatMap(inLanguage),
  ]);
}

/** The scripts with texts in them: `de-app.js`. */
function inLanguage(language: Language): [string, Buffer][] {
  const { scripts: texts, chosen, drag, keys } = CATALOGUE[language];
  return [
    [`${language}-app.js`, Buffer.concat([words(texts), scripts()])],
    [`${language}-choose.js`, Buffer.concat([words(chosen), read('choose.js')])],
    [`${language}-drag.js`, Buffer.concat([words(drag), read('dragged-row.js'), read('drag.js')])],
    [`${language}-keys.js`, Buffer.concat([words(keys), read('keys.js')])],
  ];
}

const read = (file: string) => readFileSync(new URL(file, folder));

/** What the script behind it finds as `words`. */
function words(texts: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(`const words = ${JSON.stringify(texts)};\n`);
}

/** Each in a block of its own, so that it does not see what the others declare. */
function scripts(): Buffer {
  const files = [
    'app.js',
    'command-ids.js',
    'editing.js',
    'live.js',
    'morph.js',
    'on-demand.js',
    'present.js',
    'take-over.js',
    'update.js',
    'waiting.js',
    'workspace-menu.js',
  ];
  return Buffer.from(files.map((file) => `{\n${read(file).toString()}\n}\n`).join(''));
}

/** In the order of their names. */
function styles(): Buffer {
  const css = new URL('css/', folder);
  const files = readdirSync(css).filter((file) => file.endsWith('.css'));
  return Buffer.concat(files.toSorted().map((file) => readFileSync(new URL(file, css))));
}
