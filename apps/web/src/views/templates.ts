import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';

type TemplateSpecification = Parameters<typeof Handlebars.template>[0];
type Template = Handlebars.TemplateDelegate;

/** Beside `src`, both in the sources and in `dist`. */
const folder = new URL('../../views/', import.meta.url);

/**
 * Every template of the app, by its name. What is in `partials/` can be included by the others.
 *
 * @param whenShown compiles each when it is first shown, because all of them take a fourth of what it takes to start
 * @throws Error when a template is not valid or calls a helper that does not exist
 */
export function readTemplates(
  helpers: Readonly<Record<string, Handlebars.HelperDelegate>>,
  whenShown: boolean,
): Readonly<Record<string, Template>> {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ ...helpers });
  const options = optionsFor(Object.keys(helpers));
  const templates = Object.fromEntries(
    templateFiles().map((file) => {
      const path = fileURLToPath(new URL(file, folder));
      const source = readFileSync(path, 'utf8');
      const compiled = () => compile(handlebars, { path, source, options });
      return [nameOf(file), whenShown ? atFirstUse(compiled) : compiled()] as const;
    }),
  );
  handlebars.registerPartial({ ...templates });
  return templates;
}

function atFirstUse(compiled: () => Template): Template {
  let template: Template | undefined;
  return (context: unknown, options) => (template ??= compiled())(context, options);
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

interface Source {
  readonly path: string;
  readonly source: string;
  readonly options: PrecompileOptions;
}

function compile(handlebars: typeof Handlebars, { path, source, options }: Source): Template {
  // The text of a JavaScript expression, whatever its type says.
  const expression: unknown = handlebars.precompile(source, options);
  // Named after the template, so that it shows up in stack traces.
  const specification = runInThisContext(`(${String(expression)})`, {
    filename: `${path}.js`,
  }) as TemplateSpecification;
  return handlebars.template(specification);
}

/** Unknown helpers and missing values are errors when a template is compiled or shown, not empty places on a page. */
function optionsFor(helpers: readonly string[]): PrecompileOptions {
  const knownHelpers = Object.fromEntries(helpers.map((name) => [name, true]));
  return { strict: true, preventIndent: true, knownHelpersOnly: true, knownHelpers };
}
