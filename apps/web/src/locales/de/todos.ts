import type { Messages } from '../catalogue.js';

export const todos: Messages['todos'] = {};
