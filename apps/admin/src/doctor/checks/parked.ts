import { listParked } from '#libs/read-model';
import { counted } from '../../counted.js';
import { well, wrong, type Check } from '../finding.js';

export const parked: Check = {
  name: 'parked',
  async look(database) {
    const { length, 0: first } = await listParked(database);
    if (first === undefined) return [well('are no streams')];
    const since = `since ${first.parkedAt.toISOString()}: ${first.error}`;
    return [wrong(`is ${counted(length, 'stream')}, ${since}`, 'run garbanzo parked')];
  },
};
