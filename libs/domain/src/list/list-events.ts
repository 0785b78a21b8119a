/** What can have happened to a list. Stored for ever: add a schema version and an upcaster, never change one. */
export type ListEvent =
  | { readonly type: 'ListCreated'; readonly data: { name: string } }
  | { readonly type: 'ListRenamed'; readonly data: { name: string } }
  | { readonly type: 'ListRemoved'; readonly data: Nothing }
  | { readonly type: 'ListRestored'; readonly data: Nothing };

type Nothing = Readonly<Record<never, never>>;
