import type { Messages } from '../catalogue.js';

export const lists: Messages['lists'] = {
  'your-lists': 'Deine Listen',
  'new-name': 'Name einer neuen Liste',
  'new-placeholder': 'Eine neue Liste …',
  create: 'Anlegen',
  'none-heading': 'Jeder Topf beginnt mit einer Erbse',
  'none-for-writer':
    'Eine Liste sammelt, was zu tun ist: für den Einkauf, den Garten, eine Reise. Gib deiner ersten einen Namen.',
  'none-for-reader':
    'Eine Liste sammelt, was zu tun ist: für den Einkauf, den Garten, eine Reise. Noch hat niemand eine angelegt.',
};
