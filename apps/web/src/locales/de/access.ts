import type { Messages } from '../catalogue.js';

export const access: Messages['access'] = {};
