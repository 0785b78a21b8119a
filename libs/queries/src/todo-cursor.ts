/** A place in a list: behind the to-do with this order and id. */
export interface TodoCursor {
  readonly order: string;
  readonly id: string;
}
