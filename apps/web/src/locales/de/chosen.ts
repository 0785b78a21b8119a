import type { Messages } from '../catalogue.js';

export const chosen: Messages['chosen'] = {
  count: 'Ausgewählt: {count}',
};
