import type { Messages } from '../catalogue.js';

export const past: Messages['past'] = {};
