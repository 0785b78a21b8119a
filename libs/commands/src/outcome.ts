import type { Labels, List, Refusal, Todo } from '#libs/domain';
import type { Token } from '#libs/event-store';

/**
 * The answer to a command: accepted, with the position up to which the log contains its result, or refused,
 * with the reason.
 */
export type Outcome =
  | { readonly accepted: true; readonly token: Token }
  | {
      readonly accepted: false;
      readonly refusal: Refusal;
      /** The to-do, the list or the labels as it was when it was refused; the tables made for reading may lag behind. */
      readonly state: Todo | List | Labels | undefined;
    };
