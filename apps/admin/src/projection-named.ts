import { PROJECTIONS, type Projection } from '#libs/projections';
import { UsageError } from './exit-code.js';

/** The projection of this name; the first one, when no name is given. */
export function projectionNamed(name: string | undefined): Projection {
  const found = PROJECTIONS.find((projection) => name === undefined || projection.name === name);
  if (found !== undefined) return found;
  const known = PROJECTIONS.map((projection) => projection.name).join(', ');
  throw new UsageError(`There is no projection ${name}. There is: ${known}.`);
}
