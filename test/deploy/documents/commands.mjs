/**
 * The commands in a document that run the image, in their order. A command is a line of an indented or fenced block, or a piece
 * of code in a sentence that begins as one; in a Dockerfile or a compose file it is an indented line of a comment.
 *
 * @param composeTargets the targets of `make` that run the image
 * @returns `{prelude, commands}`: what has to come first in a shell, because the commands use it, and the commands
 */
export function imageCommands(text, composeTargets) {
  const lines = [...blockLines(text), ...codeInSentences(text)];
  const functions = lines.filter((line) => isFunction(line) && runsImage(line, composeTargets, []));
  const names = functions.map((line) => line.split('(')[0]);
  const commands = lines.filter((line) => !isFunction(line) && runsImage(line, composeTargets, names));
  const variables = lines.filter((line) => isUsedVariable(line, commands));
  return { prelude: [...variables, ...functions], commands: [...new Set(commands)] };
}

const BLOCK_LINE = /^(?: {4}|# {3})(\S.*)$/;
const COMMENT = /\s+# .*$/;
const FENCED = /^```(?:sh|bash|shell|console)?\n([\s\S]*?)^```$/gm;

function blockLines(text) {
  const fenced = Array.from(text.matchAll(FENCED), ([, block]) => block.replaceAll(/^/gm, '    ')).join('\n');
  const joined = `${text}\n${fenced}`.replaceAll(/\\\n(# )? */g, '');
  return joined
    .split('\n')
    .map((line) => BLOCK_LINE.exec(line)?.[1].replace(COMMENT, '').trim())
    .filter((line) => line !== undefined);
}

function codeInSentences(text) {
  const sentences = text.replaceAll(/^( {4}|\s*#).*$/gm, '');
  return Array.from(sentences.matchAll(/`([^`]+)`/g), ([, code]) => code.replaceAll(/\s+/g, ' ').trim());
}

const isFunction = (line) => /^\w+\(\) *\{/.test(line);

const ASSIGNMENTS = /^(?:\w+=\S* +)+/;

function runsImage(line, composeTargets, functions) {
  const command = line.replace(ASSIGNMENTS, '');
  return [
    /^docker (build|run|save|compose|exec)\b.*(docker\/|\bgarbanzo\b)/,
    new RegExp(`^make (${composeTargets.join('|')})\\b`),
    /\bkubectl exec\b.*\b(deployment|job)\/garbanzo-/,
    ...functions.map((name) => new RegExp(`^${name} `)),
  ].some((pattern) => pattern.test(command));
}

function isUsedVariable(line, commands) {
  const [, name] = /^(?:export )?(\w+)=/.exec(line) ?? [];
  return (
    name !== undefined && !ASSIGNMENTS.test(line) && commands.some((command) => command.includes(`$${name}`))
  );
}

/** The targets of a Makefile that run the image by Docker Compose. */
export function composeTargets(makefile) {
  return Array.from(
    makefile.matchAll(/^([a-z-]+):.*\n(?:\t.*\n)*?\t.*\$\(COMPOSE\)/gm),
    ([, target]) => target,
  );
}
