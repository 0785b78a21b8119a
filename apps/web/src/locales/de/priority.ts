import type { Messages } from '../catalogue.js';

export const priority: Messages['priority'] = {
  label: 'Priorität',
  none: 'Keine',
  low: 'Niedrig',
  medium: 'Mittel',
  high: 'Hoch',
  is: '{priority, select, high {Hohe Priorität} medium {Mittlere Priorität} other {Niedrige Priorität}}',
};
