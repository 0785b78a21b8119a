import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';

type Templates = Readonly<Record<string, Handlebars.TemplateDelegate>>;

/** Beside `src`, both in the sources and in `dist`. */
const folder = new URL('../../views/', import.meta.url);

/**
 * Every template of the app, compiled. What is in `partials/` can be included by the others.
 *
 * @throws Error when a template is not valid or calls a helper that does not exist.
 */
export function compileTemplates(helpers: Readonly<Record<string, Handlebars.HelperDelegate>>): Templates {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ ...helpers });
  const compiled = templateFiles().map((file) => [
    nameOf(file),
    compile(handlebars, file, Object.keys(helpers)),
  ]);
  const templates: Templates = Object.fromEntries(compiled);
  handlebars.registerPartial({ ...templates });
  return templates;
}

/** Changes whenever a template does. */
export function templatesVersion(): string {
  return templateFiles()
    .map((file) => `${file}:${statSync(new URL(file, folder)).mtimeMs}`)
    .join();
}

function templateFiles(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.hbs'));
}

/** `partials/field.hbs` is included as `{{> field}}`. */
function nameOf(file: string): string {
  return file.replace(/^partials[\\/]/, '').replace(/\.hbs$/, '');
}

function compile(handlebars: typeof Handlebars, file: string, helpers: readonly string[]) {
  const path = fileURLToPath(new URL(file, folder));
  const source = handlebars.precompile(readFileSync(path, 'utf8'), {
    strict: true,
    preventIndent: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(helpers.map((name) => [name, true])),
  });
  // Handlebars hands out its own generated JavaScript as text; named after the template, it shows up in stack traces.
  const specification: object = runInThisContext(`(${String(source)})`, { filename: `${path}.js` });
  return handlebars.template(specification);
}
