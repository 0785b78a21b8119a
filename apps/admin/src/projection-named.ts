import { PROJECTIONS, type Projection } from '#libs/projections';
import { UsageError } from './exit-code.js';

/**
 * Finds a projection by its name, or the first one if no name is given.
 *
 * @throws UsageError if there is none
 */
export function projectionNamed(name: string | undefined): Projection {
  const found = PROJECTIONS.find((projection) => name === undefined || projection.name === name);
  if (found !== undefined) return found;
  const known = PROJECTIONS.map((projection) => projection.name).join(', ');
  throw new UsageError(`There is no projection ${name}. There is: ${known}.`);
}
