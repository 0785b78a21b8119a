import type { Messages } from '../catalogue.js';

export const account: Messages['account'] = {};
