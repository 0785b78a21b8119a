/** To-dos, and what happens to them. */
export const todos = {};
