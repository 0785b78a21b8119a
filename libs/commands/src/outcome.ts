import type { List, Refusal, Todo } from '#libs/domain';
import type { Token } from '#libs/event-store';

/** What became of a command: where in the log its result can be seen, or why not. */
export type Outcome =
  | { readonly accepted: true; readonly token: Token }
  | {
      readonly accepted: false;
      readonly refusal: Refusal;
      /** The to-do or the list as it was when it was refused; the tables made for reading may lag behind. */
      readonly state: Todo | List | undefined;
    };
