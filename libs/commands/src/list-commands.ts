import {
  archiveList,
  createList,
  receiveList,
  removeList,
  renameList,
  restoreList,
  transferList,
  unarchiveList,
} from '#libs/domain';
import { onList } from './decided-on.js';

export class ArchiveList extends onList(archiveList) {}
export class CreateList extends onList(createList) {}
export class RemoveList extends onList(removeList) {}
export class RenameList extends onList(renameList) {}
export class RestoreList extends onList(restoreList) {}
export class ReceiveList extends onList(receiveList) {}
export class TransferList extends onList(transferList) {}
export class UnarchiveList extends onList(unarchiveList) {}
