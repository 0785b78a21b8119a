import type { DueTodo } from '#libs/queries';
import type { WorkspaceView } from './page.view.js';

/** What is due, whatever workspace it is in. */
export interface AgendaView {
  /** The address of this page, outside of all workspaces: a form leads back to it. */
  readonly back: string;
  readonly groups: readonly AgendaGroup[];
  /** How many are due besides those that are shown. */
  readonly more: number;
  /** The time at which it was made, in words. */
  readonly madeAt: string;
  /** Those of its reader: each is named beside its lists when there are several. */
  readonly workspaces: readonly WorkspaceView[];
}

export interface AgendaGroup {
  readonly id: string;
  readonly heading: string;
  /** Beside the heading, in a quiet voice. */
  readonly note?: string;
  readonly isOverdue: boolean;
  readonly todos: readonly AgendaRow[];
}

export interface AgendaRow extends DueTodo {
  readonly completedAt: null;
  readonly workspace: WorkspaceView;
}

export interface TodayView extends AgendaView {
  readonly by: 'time' | 'list';
  readonly date: string;
}

export interface UpcomingView extends AgendaView {
  /** The first and the last of the days, in words. */
  readonly range: string;
  readonly earlier: string;
  readonly later: string;
  /** Absent where the present week is shown. */
  readonly now?: string;
}
