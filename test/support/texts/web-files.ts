import { readdirSync, readFileSync } from 'node:fs';

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
export const LIBS = filesIn('../../libs/', '.ts');
export const SCRIPTS = filesIn('assets/', '.js');

export const read = (file: string): string => readFileSync(new URL(file, web), 'utf8');
