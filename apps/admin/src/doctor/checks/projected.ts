import type { Database } from '#libs/platform';
import { PROJECTIONS, type Projection } from '#libs/projections';
import { liveLags, named, TOLERATED_LAG, type Lag } from '#libs/read-model';
import { counted } from '../../counted.js';
import { well, wrong, type Check, type Finding } from '../finding.js';

export const projected: Check = {
  name: 'projections',
  async look(database: Database): Promise<readonly Finding[]> {
    const found = await liveLags(database);
    return PROJECTIONS.map((projection) => judge(projection, found));
  },
};

function judge({ name, version }: Projection, found: readonly Lag[]): Finding {
  const lag = found.find(({ projection }) => projection === name);
  if (lag === undefined) {
    return wrong(
      `of ${name} have no tables in version ${version}`,
      'start the worker, or run garbanzo replay',
    );
  } else if (lag.shardsAhead.length > 0) {
    const what = `of ${name} are newer than the log in ${named(lag.shardsAhead)}`;
    return wrong(`${what}: it was put back from an older backup`, 'run garbanzo replay');
  } else if (lag.seconds > TOLERATED_LAG) {
    const behind = `of ${name} are behind in ${counted(lag.shardsBehind, 'shard')}, by ${lag.seconds.toFixed(0)} s`;
    return wrong(behind, 'is the worker running? its log says what keeps it');
  } else {
    return well(`of ${name} are level, or will be in a moment`);
  }
}
