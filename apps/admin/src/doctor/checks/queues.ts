import { findQueueTroubles } from '#libs/jobs';
import { note, orWell, wrong, type Check } from '../finding.js';

/** In seconds: a worker takes a job at once, or within a few seconds when it is busy. */
const TOLERATED = 60;

export const queues: Check = {
  name: 'queues',
  async look(database) {
    const { missing, waiting } = await findQueueTroubles(database);
    const late = waiting.filter(({ seconds }) => seconds > TOLERATED);
    return orWell(
      [
        ...missing.map((queue) => wrong(`do not include ${queue}`, 'run garbanzo migrate')),
        ...late.map(({ queue, seconds }) =>
          note(
            `have a job in ${queue} that nobody has taken for ${seconds.toFixed(0)} s`,
            'is the worker running?',
          ),
        ),
      ],
      'are there, and nothing waits in them for long',
    );
  },
};
