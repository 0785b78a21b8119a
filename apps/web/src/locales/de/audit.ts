import type { Messages } from '../catalogue.js';

export const audit: Messages['audit'] = {};
