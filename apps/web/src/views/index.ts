/** The pages: what each needs to be shown, and how it becomes HTML. It knows what queries answer, but asks none. */
export type { AgendaGroup, AgendaRow, AgendaView, TodayView, UpcomingView } from './agenda.view.js';
export type { AuditRow, AuditView } from './audit.view.js';
export type { ErrorView, RetryForm } from './error.view.js';
export type { HistoryDay, HistoryRow, HistoryView } from './history.view.js';
export type { HomeView } from './home.view.js';
export type { LabelEdit } from './label.views.js';
export type { ListAsOfView } from './list-as-of.view.js';
export type {
  Chip,
  ItemRow,
  ListChoice,
  ListPages,
  ListView,
  TodoEdit,
  TodoRow,
  Understood,
} from './list.view.js';
export type { NoteEdit, NoteView } from './note.view.js';
export type { Conflict, Field, FormView, Notice, Page, Undo, WorkspaceView } from './page.view.js';
export type { Choice, DeleteAccountView, ProfileView, TokenRow, TokensView } from './own-account.views.js';
export type { PagesView } from './pages.view.js';
export type { SearchRow, SearchView } from './search.view.js';
export type { TrashView } from './trash.view.js';
export { Views, type ViewModels, type ViewOptions } from './views.js';
export type { MessageView, OidcView } from './way-in.views.js';
