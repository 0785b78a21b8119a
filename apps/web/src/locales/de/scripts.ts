import type { Messages } from '../catalogue.js';

export const scripts: Messages['scripts'] = {};
