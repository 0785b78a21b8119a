import type { Messages } from '../catalogue.js';

export const todos: Messages['todos'] = {
  new: 'Eine neue Aufgabe',
  'new-placeholder': 'Was ist zu tun?',
  add: 'Hinzufügen',
  complete: 'Erledigen: {title}',
  reopen: 'Wieder öffnen: {title}',
  edit: 'Bearbeiten: {title}',
  remove: 'In den Papierkorb: {title}',
  'is-done': 'Erledigt',
  'is-open': 'Zu tun',
  title: 'Titel',
  history: 'Verlauf<hidden> dieser Aufgabe</hidden>',
  'move-up': 'Nach oben',
  'move-down': 'Nach unten',
  'move-to': 'Verschieben nach',
  move: 'Verschieben',
  label: 'Aufgabe',
  trashed: 'aus <bdi>{list}</bdi> · seit {when} hier',
  'restore-list':
    'Auch ihre Liste liegt im Papierkorb: Stelle erst <list><bdi>{name}</bdi> wieder her</list>.',
};
