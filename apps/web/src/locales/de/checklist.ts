import type { Messages } from '../catalogue.js';

export const checklist: Messages['checklist'] = {
  label: 'Checkliste',
  count: '{ticked} von {count} erledigt',
  counted: 'Checkliste: {ticked} von {count} erledigt',
  tick: 'Abhaken: {item}',
  untick: 'Haken wegnehmen: {item}',
  text: 'Punkt',
  save: 'Punkt speichern',
  'move-up': 'Nach oben<hidden>: <bdi>{item}</bdi></hidden>',
  'move-down': 'Nach unten<hidden>: <bdi>{item}</bdi></hidden>',
  extract: 'Zur Aufgabe machen<hidden>: <bdi>{item}</bdi></hidden>',
  remove: 'Entfernen<hidden>: <bdi>{item}</bdi></hidden>',
  new: 'Ein neuer Punkt der Checkliste',
  'new-placeholder': 'Was gehört dazu?',
  add: 'Punkt hinzufügen',
};
