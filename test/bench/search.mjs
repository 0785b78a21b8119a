// `node test/bench/search.mjs`, after a build: how long a search takes among a million to-dos.
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Search, SearchHandler } from '../../dist/libs/queries/src/search/search.js';
import { ReadModel } from '../../dist/libs/read-model/src/index.js';
import { fillSearch, SCENES } from './fill-search.mjs';
import { startServer } from './servers.mjs';

const { values: asked } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const rounds = Number(asked.rounds);

const swapped = (word) => word[0] + word[2] + word[1] + word.slice(3);

/** What people look for, made of the words of a workspace in the order of their use. */
function searches(words) {
  const at = (share) => words[Math.floor((words.length - 1) * share)];
  const some = (from, to, count) =>
    Array.from({ length: count }, (_, nth) => at(from + ((to - from) * nth) / count));
  const [first, second, third, fourth] = words;
  return {
    'a common word': [first, second, third, fourth],
    'a word of 1 %': some(0.0003, 0.001, 5),
    'a rare word': some(0.3, 0.99, 20),
    '1 letter': ['b', 's', 'e', 't', 'i'],
    '2 letters': ['ba', 'el', 'mi', 'um'],
    '3 letters': ['bab', 'elf', 'mim'],
    'two common words': [
      `${first} ${second}`,
      `${second} ${third}`,
      `${first} ${fourth}`,
      `${third} ${fourth}`,
    ],
    'two of 1 %': some(0.0003, 0.001, 4).map((word) => `${word} ${at(0.0006)}`),
    'three words': some(0.01, 0.1, 5).map((word) => `${first} ${word} ba`),
    'a common word and 2 letters': [`${first} mi`, `${first} el`],
    misspelt: some(0.05, 0.9, 20).map(swapped),
    'a common word, misspelt': words.slice(0, 5).map(swapped),
    nothing: ['xxqq', 'qqxyz', 'xyzzy plugh'],
  };
}

async function measure(handler, workspaceId, texts) {
  const times = [];
  let results = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const text of texts) {
      const begun = performance.now();
      const found = await handler.execute(new Search([workspaceId], text));
      times.push(performance.now() - begun);
      results += found.results.length;
    }
  }
  const sorted = times.toSorted((one, other) => one - other);
  const p = (share) => Number(sorted[Math.floor((sorted.length - 1) * share)].toFixed(1));
  return { p50: p(0.5), p95: p(0.95), results: Number((results / times.length).toFixed(1)) };
}

const server = await startServer();
try {
  for (const [nth, scene] of SCENES.entries()) {
    const database = await server.createDatabase(`search_${nth}`);
    const { owner } = database;
    const readModel = new ReadModel(owner);
    await fillSearch(owner, readModel, scene);
    const [largest] = await owner.query(
      'select workspace_id as id, count(*) from search_entries group by 1 order by 2 desc, 1 limit 1',
    );
    const words = await owner.query(
      'select word from search_words where workspace_id = $1 order by uses desc, word',
      [largest.id],
    );
    const handler = new SearchHandler(readModel);
    console.log(`${scene}; ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}`);
    const rows = {};
    for (const [kind, texts] of Object.entries(searches(words.map(({ word }) => word))))
      rows[kind] = await measure(handler, largest.id, texts);
    console.table(rows);
    await database.close();
  }
} finally {
  await server.stop();
}
