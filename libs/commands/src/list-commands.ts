import { createList, removeList, renameList, restoreList } from '#libs/domain';
import { onList } from './decided-on.js';

export class CreateList extends onList(createList) {}
export class RemoveList extends onList(removeList) {}
export class RenameList extends onList(renameList) {}
export class RestoreList extends onList(restoreList) {}
