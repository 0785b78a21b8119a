import type { Messages } from '../catalogue.js';

export const mails: Messages['mails'] = {};
