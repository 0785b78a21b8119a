import type { Messages } from '../catalogue.js';

export const signIn: Messages['signIn'] = {};
