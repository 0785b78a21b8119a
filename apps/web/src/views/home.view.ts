import type { ListSummary } from '#libs/queries';

export interface HomeView {
  readonly lists: readonly ListSummary[];
  readonly next?: string;
}
