import type { FieldForm } from './page.view.js';

export interface HomeView {
  readonly lists: readonly ListCard[];
  readonly create: FieldForm;
  /** What was typed into a page that is not there to show it again. */
  readonly typed?: FieldForm;
  readonly next?: string;
}

export interface ListCard {
  readonly id: string;
  readonly name: string;
  readonly open: number;
  readonly done: number;
}
