/** What stands beside a page: the lists of its workspace. */
import { HomeWorkspace } from './home-workspace.js';
import { KeptSideLists } from './kept-side-lists.js';
import { SideLists } from './side-lists.js';

export { HomeWorkspace } from './home-workspace.js';
export { KeptSideLists } from './kept-side-lists.js';
export { SideLists } from './side-lists.js';

export const SIDE_MAKERS = [HomeWorkspace, KeptSideLists, SideLists];
