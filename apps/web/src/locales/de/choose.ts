import type { Messages } from '../catalogue.js';

export const choose: Messages['choose'] = {
  several: 'Auswählen<hidden>: mehrere</hidden>',
  one: 'Auswählen: {title}',
  bar: 'Was mit den ausgewählten geschehen soll',
  none: 'Noch ist keine ausgewählt. Kreuze die an, die du meinst.',
  complete: 'Erledigen',
  reopen: 'Wieder öffnen',
  remove: 'In den Papierkorb',
  'move-to': 'In die Liste verschieben',
  move: 'Verschieben',
  stop: 'Auswahl beenden',
};
