import type { Check } from '../finding.js';
import { clock } from './clock.js';
import { erasures } from './erasures.js';
import { generations } from './generations.js';
import { grants } from './grants.js';
import { logins } from './logins.js';
import { migrated } from './migrated.js';
import { owners } from './owners.js';
import { parked } from './parked.js';
import { people } from './people.js';
import { projected } from './projected.js';
import { queues } from './queues.js';
import { roles } from './roles.js';
import { sequence } from './sequence.js';
import { server } from './server.js';
import { settings } from './settings.js';
import { triggers } from './triggers.js';

/** From the ground up: what is wrong with the first ones explains much of what is wrong with the later ones. */
export const CHECKS: readonly Check[] = [
  server,
  settings,
  clock,
  migrated,
  roles,
  logins,
  grants,
  owners,
  triggers,
  sequence,
  projected,
  parked,
  generations,
  queues,
  erasures,
  people,
];
