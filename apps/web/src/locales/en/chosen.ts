/** How many to-dos are chosen. Only a script says it: see `scripts`. */
export const chosen = {
  count: 'Chosen: {count}',
};
