import type { Messages } from '../catalogue.js';

export const workspaces: Messages['workspaces'] = {};
