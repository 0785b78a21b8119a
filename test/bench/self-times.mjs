/**
 * What the busy time between two moments was spent on, without what is called from there: the share of each function,
 * and of each package or part of ours, highest first.
 *
 * @param profile as `node --cpu-prof` writes it
 * @param span moments by the clock of the profile, microseconds
 */
export function selfTimes({ nodes, samples, timeDeltas, startTime }, { begun, ended }) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const [functions, parts] = [new Map(), new Map()];
  let at = startTime;
  for (const [index, node] of samples.entries()) {
    at += timeDeltas[index];
    const took = timeDeltas[index + 1] ?? 0;
    const frame = frames.get(node);
    if (at < begun || at > ended || frame.functionName === '(idle)') continue;
    add(functions, nameOf(frame), took);
    add(parts, partOf(frame), took);
  }
  return { functions: sharesOf(functions), parts: sharesOf(parts) };
}

function add(times, name, took) {
  times.set(name, (times.get(name) ?? 0) + took);
}

function sharesOf(times) {
  const whole = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .map(([name, time]) => ({ name, share: time / whole }))
    .toSorted((one, other) => other.share - one.share);
}

function nameOf({ functionName, url, lineNumber }) {
  const name = functionName === '' ? '(anonymous)' : functionName;
  if (url === '') return name;
  else return `${name}, ${url.replace(/^.*\/(?:dist|node_modules)\//, '')}:${lineNumber + 1}`;
}

/** @example 'fastify', 'libs/commands', 'Node' */
function partOf({ functionName, url }) {
  if (functionName === '(garbage collector)') return functionName;
  const [, part] =
    /\/node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*\/node_modules\/)/.exec(url) ??
    /\/dist\/((?:apps|libs)\/[^/]+)/.exec(url) ??
    [];
  return part ?? 'Node';
}
