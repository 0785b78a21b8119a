import type { TodoEvent } from './todo-events.js';

export interface Todo {
  readonly listId: string;
  readonly title: string;
  readonly order: string;
  readonly completed: boolean;
  readonly removed: boolean;
}

/** The state of a to-do after an event. It never refuses: what is in the log has happened. */
export function evolveTodo(todo: Todo | undefined, event: TodoEvent): Todo {
  if (event.type === 'TodoAdded') return { ...event.data, completed: false, removed: false };
  else if (todo === undefined) throw new Error(`${event.type} comes before TodoAdded`);
  else return change(todo, event);
}

function change(todo: Todo, event: Exclude<TodoEvent, { type: 'TodoAdded' }>): Todo {
  switch (event.type) {
    case 'TodoRenamed':
    case 'TodoMoved':
      return { ...todo, ...event.data };
    case 'TodoCompleted':
      return { ...todo, completed: true };
    case 'TodoReopened':
      return { ...todo, completed: false };
    case 'TodoRemoved':
      return { ...todo, removed: true };
    case 'TodoRestored':
      return { ...todo, removed: false };
  }
}
