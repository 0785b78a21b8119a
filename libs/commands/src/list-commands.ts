import {
  createList,
  receiveList,
  removeList,
  renameList,
  restoreList,
  takeBackCopy,
  transferList,
} from '#libs/domain';
import { onList } from './decided-on.js';

export class CreateList extends onList(createList) {}
export class RemoveList extends onList(removeList) {}
export class RenameList extends onList(renameList) {}
export class RestoreList extends onList(restoreList) {}
export class ReceiveList extends onList(receiveList) {}
export class TakeBackCopy extends onList(takeBackCopy) {}
export class TransferList extends onList(transferList) {}
