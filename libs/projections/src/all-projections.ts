import type { Projection } from './projection.js';
import { search } from './search/search.projection.js';
import { todoLists } from './todo-lists/todo-lists.projection.js';

export const PROJECTIONS: readonly Projection[] = [todoLists, search];
