import type { Refusal } from '#libs/domain';
import type { Token } from '#libs/event-store';

/** What became of a command: where in the log its result can be seen, or why not. */
export type Outcome =
  | { readonly accepted: true; readonly token: Token }
  | { readonly accepted: false; readonly refusal: Refusal };
