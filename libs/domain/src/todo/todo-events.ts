/** What can have happened to a to-do. Stored for ever: add a schema version and an upcaster, never change one. */
export type TodoEvent =
  | { readonly type: 'TodoAdded'; readonly data: { listId: string; title: string; order: string } }
  | { readonly type: 'TodoRenamed'; readonly data: { title: string } }
  | { readonly type: 'TodoCompleted'; readonly data: Nothing }
  | { readonly type: 'TodoReopened'; readonly data: Nothing }
  | { readonly type: 'TodoMoved'; readonly data: { listId: string; order: string } }
  | { readonly type: 'TodoRemoved'; readonly data: Nothing }
  | { readonly type: 'TodoRestored'; readonly data: Nothing };

type Nothing = Readonly<Record<never, never>>;
