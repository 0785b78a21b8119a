import type { Messages } from '../catalogue.js';

export const keys: Messages['keys'] = {
  keys: 'Tasten',
  close: 'Schließen',
  add: 'Hinzufügen',
  next: 'Zum Nächsten',
  previous: 'Zum Vorigen',
  choose: 'Auswählen, um etwas mit mehreren zu tun',
  done: 'Erledigt oder nicht',
  edit: 'Bearbeiten',
  undo: 'Rückgängig machen, was die Seite meldet',
  search: 'Suchen',
  today: 'Zu Heute',
  lists: 'Zu deinen Listen',
  trash: 'Zum Papierkorb',
  workspace: 'Den Arbeitsbereich wechseln',
  help: 'Die Tasten zeigen',
};
