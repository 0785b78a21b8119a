import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const web = new URL('../../../apps/web/', import.meta.url);

/** Paths from there, such as `views/home.hbs`. */
function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, web), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.endsWith('.spec.ts'))
    .map((file) => folder + file)
    .toSorted();
}

/** What people read of apps/web is in these files, or in the catalogue. */
export const TEMPLATES = filesIn('views/', '.hbs');
export const SOURCES = filesIn('src/', '.ts').filter((file) => !file.startsWith('src/locales/'));
export const SCRIPTS = filesIn('assets/', '.js');

export const pathOf = (file: string): string => fileURLToPath(new URL(file, web));
export const read = (file: string): string => readFileSync(pathOf(file), 'utf8');
