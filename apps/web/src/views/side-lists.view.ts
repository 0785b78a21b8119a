import type { ListLinks } from '#libs/queries';
import type { WorkspaceView } from './page.view.js';

/** The lists of a workspace, beside its pages. */
export interface SideListsView extends ListLinks {
  readonly workspace: WorkspaceView;
  /** The list that the page is about, by its id. */
  readonly current: string | undefined;
}
