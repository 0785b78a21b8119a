import type { Messages } from '../catalogue.js';

export const note: Messages['note'] = {
  label: 'Notiz',
  write: 'Notiz schreiben',
  change: 'Notiz ändern',
  save: 'Notiz speichern',
  hint: 'In Markdown: *betont*, - Listen, - [ ] Kästchen, Links.',
  there: 'Hat eine Notiz',
  read: 'Notiz lesen: {title}',
  heading: 'Notiz zu <bdi>{name}</bdi>',
  title: 'Notiz zu {name}',
  'was-once': 'So war sie einmal.',
  now: 'Zur Notiz, wie sie jetzt ist',
  none: 'Keine Notiz',
  'none-here': 'Hier steht nichts.',
  more: 'Alles lesen',
};
