import type { Messages } from '../catalogue.js';

export const access: Messages['access'] = {
  'only-owners':
    'Das kann nur, wem der Arbeitsbereich gehört. Wer das ist, steht auf der Seite seiner Mitglieder.',
  'only-to-look':
    'Du darfst dir das ansehen, aber nichts daran ändern. Wem der Arbeitsbereich gehört, kann es dir erlauben.',
  'not-with-a-token': 'Das geht nicht mit einem Token. Melde dich mit einem Browser an, und mach es dort.',
  'token-only-reads':
    'Dieses Token darf nur lesen. Erstelle auf der Seite deines Kontos eines, das lesen und schreiben darf.',
  'token-refused':
    'Dieses Token gilt nicht (mehr): Es wurde widerrufen, ist abgelaufen oder war nie eines. Erstelle auf der Seite deines Kontos ein neues.',
  'token-needed':
    'Schick ein Token mit, in der Kopfzeile „Authorization: Bearer gbz_…“. Token erstellst du auf der Seite deines Kontos.',
  'token-in-address':
    'Ein Token gehört nicht in eine Adresse, denn Verläufe und Protokolle von Proxys bewahren sie auf. Widerrufe es auf der Seite deines Kontos, erstelle ein neues, und schick es in der Kopfzeile „Authorization: Bearer gbz_…“.',
};
