import type { Messages } from '../catalogue.js';

export const problems: Messages['problems'] = {};
