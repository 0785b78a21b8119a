import type { Messages } from '../catalogue.js';

export const labels: Messages['labels'] = {
  'of-todo': 'Etiketten',
  is: 'Etikett:',
  label: 'Name des Etiketts',
  add: 'Etikett hinzufügen',
  remove: '{name} abnehmen',
  grey: 'grau',
  red: 'rot',
  orange: 'orange',
  yellow: 'gelb',
  green: 'grün',
  teal: 'türkis',
  blue: 'blau',
  violet: 'violett',
  pink: 'rosa',
};
