import type { Messages } from '../catalogue.js';

export const keys: Messages['keys'] = {};
