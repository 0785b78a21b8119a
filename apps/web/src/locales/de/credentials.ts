import type { Messages } from '../catalogue.js';

export const credentials: Messages['credentials'] = {};
