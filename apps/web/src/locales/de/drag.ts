import type { Messages } from '../catalogue.js';

export const drag: Messages['drag'] = {
  handle: 'Verschieben: {title}',
  how: 'Nimm es mit der Leertaste auf, bewege es mit den Pfeiltasten, lege es mit der Leertaste ab; Escape legt es zurück.',
  'picked-up': '{title} aufgenommen, {place}',
  place: '{nth} von {total}',
  dropped: 'Abgelegt, {place}',
  back: 'Wieder, wo es war',
};
