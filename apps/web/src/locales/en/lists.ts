/** The lists of a workspace, and each of them. */
export const lists = {
  'your-lists': 'Your lists',
  'new-name': 'Name of a new list',
  'new-placeholder': 'A new list…',
  create: 'Create',
  'none-heading': 'Every pot starts with one pea',
  'none-for-writer':
    'A list is a place for what there is to do: the shopping, the garden, a trip. Give your first one a name.',
  'none-for-reader':
    'A list is a place for what there is to do: the shopping, the garden, a trip. Nobody has made one yet.',
};
