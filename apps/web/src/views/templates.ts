import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';

type TemplateSpecification = Parameters<typeof Handlebars.template>[0];
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
  const names = Object.keys(helpers);
  const templates: Templates = Object.fromEntries(
    templateFiles().map((file) => [nameOf(file), compile(handlebars, file, names)] as const),
  );
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
  // The text of a JavaScript expression, whatever its type says.
  const source: unknown = handlebars.precompile(readFileSync(path, 'utf8'), optionsFor(helpers));
  // Named after the template, so that it shows up in stack traces.
  const specification = runInThisContext(`(${String(source)})`, {
    filename: `${path}.js`,
  }) as TemplateSpecification;
  return handlebars.template(specification);
}

/** Unknown helpers and missing values are errors when a template is compiled or shown, not empty places on a page. */
function optionsFor(helpers: readonly string[]): PrecompileOptions {
  const knownHelpers = Object.fromEntries(helpers.map((name) => [name, true]));
  return { strict: true, preventIndent: true, knownHelpersOnly: true, knownHelpers };
}
