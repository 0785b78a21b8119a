/** What stands beside a page: the lists of its workspace. */
import { KeptSideLists } from './kept-side-lists.js';
import { SideLists } from './side-lists.js';

export { KeptSideLists } from './kept-side-lists.js';
export { SideLists } from './side-lists.js';

export const SIDE_MAKERS = [KeptSideLists, SideLists];
