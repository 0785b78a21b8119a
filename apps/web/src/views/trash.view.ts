import type { Trash } from '#libs/queries';

export interface TrashView extends Pick<Trash, 'lists' | 'todos'> {
  readonly next?: string;
}
