/** What was understood of a sentence that adds a to-do. */
export const quickAdd = {
  understood: 'Understood',
  how: 'Understood, and saved with it. Tick what is to stay in the title instead.',
  leave: 'Leave “<bdi>{words}</bdi>” in the title',
  said: 'Understood: {parts}',
  nothing: 'All of it is title.',
  again: 'Comes again {often}, first: {day}',
  list: 'In the list {name}',
  priority:
    '{priority, select, high {High priority} medium {Medium priority} low {Low priority} other {No priority}}',
};
