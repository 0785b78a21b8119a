import type { Messages } from '../catalogue.js';

export const page: Messages['page'] = {
  skip: 'Zum Inhalt',
  'main-navigation': 'Hauptmenü',
  lists: 'Listen',
  trash: 'Papierkorb',
  account: 'Konto',
  workspaces: 'Arbeitsbereiche',
  workspace: '<hidden>Arbeitsbereich: </hidden><bdi>{name}</bdi>',
  'error-in-title': 'Fehler: {title}',
  problem: 'Da stimmt etwas nicht',
  'catching-up':
    'Wird noch aktualisiert: Was du gerade geändert hast, steht vielleicht noch nicht auf dieser Seite.',
  reload: 'Neu laden',
  'try-again': 'Noch einmal versuchen',
};
