/** What stands around every page, and what several pages say. */
export const page = {
  skip: 'Skip to content',
  'main-navigation': 'Main',
  lists: 'Lists',
  trash: 'Trash',
  account: 'Account',
  workspaces: 'Workspaces',
  workspace: '<hidden>Workspace: </hidden><bdi>{name}</bdi>',
  'error-in-title': 'Error: {title}',
  problem: 'There is a problem',
  'catching-up': 'Still catching up: what you just changed may not be on this page yet.',
  reload: 'Reload',
  'try-again': 'Try again',
};
