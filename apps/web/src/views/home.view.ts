import type { ListSummary } from '#libs/queries';
import type { PagesView } from './pages.view.js';

export interface HomeView {
  readonly lists: readonly ListSummary[];
  readonly pages?: PagesView;
}
