import { availableParallelism } from 'node:os';
import { OURS } from './costs.mjs';
import { median } from './rounds.mjs';
import { namedWaits } from './sessions.mjs';
import { plainRow } from './table.mjs';

/** Rows for each thing that was measured in turns, the first of which the others are compared with. */
export function reportScale(things, results) {
  const [{ name: first }] = things;
  return things.flatMap(({ name, webs = [] }) => {
    const own = results.map((result) => result[name]);
    const ratios = results.map((result) => result[name].perSecond / result[first].perSecond);
    const of = (kind, part) => median(own.map((result) => result[kind][part]));
    const list = (kind) => OURS.map((part) => `${part} ${of(kind, part).toFixed(2)}`).join(', ');
    return [
      throughputRow(name, own, ratios),
      plainRow('  CPU per command', `${list('each')} ms`),
      plainRow(
        '  cores in use',
        list('cores'),
        limitOf((part) => of('cores', part), webs.length),
      ),
      plainRow('  sessions wait for', namedWaits(own.map(({ waits }) => waits))),
    ];
  });
}

function throughputRow(name, own, ratios) {
  const perSecond = Math.round(median(own.map((result) => result.perSecond)));
  const spread = `${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}`;
  return {
    ...plainRow(name, `${perSecond.toLocaleString('en')}/s`),
    ratio: `${median(ratios).toFixed(2)}x (${spread})`,
  };
}

/** A process of Node runs on one core. What is nearest to all that it can have is the limit. */
function limitOf(coresOf, webs) {
  const cores = availableParallelism();
  const ours = OURS.reduce((sum, part) => sum + coresOf(part), 0);
  const shares = {
    [`the machine, ${coresOf('machine').toFixed(1)} of ${cores} cores, of which ${ours.toFixed(1)} ours`]:
      coresOf('machine') / cores,
    'the client': coresOf('client'),
    ...(webs > 0 ? { 'the web processes': coresOf('web') / webs } : {}),
  };
  const [[limit, share]] = Object.entries(shares).toSorted(([, one], [, other]) => other - one);
  return share < 0.9 ? 'limit: waiting' : `limit: ${limit}`;
}
