import type { ListSummary } from '#libs/queries';
import type { PagesView } from './pages.view.js';

/** Lists, those of every day or those of the archive. */
export interface HomeView {
  readonly lists: readonly ListSummary[];
  readonly pages?: PagesView;
}
