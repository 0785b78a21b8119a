/** Pages that are open, and are told what has changed: docs/adr/0029-pages-that-are-told.md. */
import { LiveController } from './live.controller.js';
import { LivePages } from './live-pages.js';
import { LogTail } from './log-tail.js';
import { OpenStreams } from './open-streams.js';
import { Presence } from './presence.js';
import { RightsWatch } from './rights-watch.js';

export { LivePages } from './live-pages.js';
export const LIVE_PAGES = [LiveController];
export const LIVE_MAKERS = [LivePages, LogTail, OpenStreams, Presence, RightsWatch];
