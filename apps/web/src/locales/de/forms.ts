import type { Messages } from '../catalogue.js';

export const forms: Messages['forms'] = {
  'which-one-stays': 'Was soll bleiben?',
  was: 'Vorher war es',
  now: 'Jetzt steht da',
  'you-typed': 'Du hast geschrieben',
  'you-chose': 'Du hast gewählt',
  'save-mine': 'Meine Fassung nehmen',
  'keep-theirs': 'Die andere behalten',
  'what-you-typed': 'Was du geschrieben hast',
  nothing: 'Nichts',
  unreadable: 'Das Formular war nicht zu lesen: {problems}. Lade die Seite neu und versuch es noch einmal.',
  unknown: '„{field}“ ist unbekannt',
  missing: '„{field}“ fehlt',
  'no-choice': '„{field}“ steht nicht zur Wahl',
  nonsense: '„{field}“ ergibt keinen Sinn',
  'no-text': 'Im Formular steht etwas, das kein Text ist. Schreib es noch einmal.',
  'no-utf-8': 'Im Formular steht etwas, das kein Text in UTF-8 ist.',
};
