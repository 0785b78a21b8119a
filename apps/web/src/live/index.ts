/** Pages that are open, and are told what has changed. */
import { LiveController } from './live.controller.js';
import { LogTail } from './log-tail.js';

export const LIVE_PAGES = [LiveController];
export const LIVE_MAKERS = [LogTail];
