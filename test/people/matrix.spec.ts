import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Matrix } from './matrix/matrix.js';
import { PRINCIPALS } from './matrix/principals.js';
import { openMatrix } from './matrix/with-matrix.js';

/** Milliseconds. Nothing is folded meanwhile, so whoever moves a to-do waits a second for the tables. */
const LONGEST = 900_000;

describe('every route, asked by everybody for everything (I10)', () => {
  let matrix: Matrix;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ matrix, close } = await openMatrix());
  });
  afterAll(() => close());

  it(
    'shows and does what its declaration says, and nothing else',
    async () => {
      const broken = await matrix.run();
      process.stderr.write(
        `matrix: ${matrix.routes.length} routes, ${PRINCIPALS.length} kinds of people, ${matrix.cases} cases\n`,
      );
      expect(broken).toEqual([]);
    },
    LONGEST,
  );
});
