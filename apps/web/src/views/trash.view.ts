import type { Trash } from '#libs/queries';
import type { PagesView } from './pages.view.js';

export interface TrashView extends Pick<Trash, 'lists' | 'todos'> {
  readonly pages?: PagesView;
}
