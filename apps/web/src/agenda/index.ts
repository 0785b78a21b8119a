/** What is due, in all workspaces of somebody: today and what is overdue, and by day in the weeks to come. */
import { AgendaController } from './agenda.controller.js';
import { AgendaNotices } from './agenda-notices.js';
import { AgendaPages } from './agenda.pages.js';
import { AgendaParts } from './agenda-parts.js';
import { TodayPage } from './today.page.js';
import { UpcomingPage } from './upcoming.page.js';

export { AgendaPages } from './agenda.pages.js';

export const AGENDA_PAGES = [AgendaController];
export const AGENDA_MAKERS = [AgendaNotices, AgendaPages, AgendaParts, TodayPage, UpcomingPage];
