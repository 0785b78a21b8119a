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
  label: 'Liste',
  progress:
    '{open, select, 0 {Alles erledigt ({done})} other {{done, select, 0 {{open} zu tun} other {{open} zu tun · {done} erledigt}}}}',
  'progress-empty': 'Noch nichts darin',
  tabs: 'Anzeigen',
  all: 'Alle',
  active: 'Offen',
  done: 'Erledigt',
  name: 'Name der Liste',
  rename: 'Umbenennen<hidden> der Liste</hidden>',
  history: 'Verlauf<hidden> dieser Liste</hidden>',
  remove: 'In den Papierkorb<hidden>: diese Liste</hidden>',
  'in-trash-for-writer':
    '<strong>Diese Liste liegt im Papierkorb.</strong> Erst wenn du sie wiederherstellst, kann etwas hinzukommen.',
  'in-trash-for-reader':
    '<strong>Diese Liste liegt im Papierkorb.</strong> Erst wenn sie wiederhergestellt ist, kann etwas hinzukommen.',
  restore: 'Liste wiederherstellen',
  archive: 'Archivierte Listen',
  'archive-this': 'Archivieren<hidden>: diese Liste</hidden>',
  unarchive: 'Herausholen',
  'unarchive-this': '{name} aus dem Archiv holen',
  'unarchive-list': 'Aus dem Archiv holen',
  'archived-for-writer':
    '<strong>Diese Liste liegt im Archiv.</strong> Sie steht nicht bei deinen Listen und ist sonst, wie sie war.',
  'archived-for-reader':
    '<strong>Diese Liste liegt im Archiv.</strong> Sie steht nicht bei den anderen Listen.',
  'archive-empty-heading': 'Das Archiv ist leer',
  'archive-empty':
    'Eine Liste, die du gerade nicht brauchst, kannst du hier ablegen, mit allem, was darin ist. Auf ihrer Seite gibt es einen Knopf dafür.',
  'none-done-heading': 'Noch nichts abgehakt',
  'none-done': 'Was du erledigst, erscheint hier und kann jederzeit wieder geöffnet werden.',
  'all-done-heading': 'Alles erledigt',
  'all-done': 'Setz schon mal Teewasser auf. Was du getan hast, steht unter „Erledigt“.',
  'empty-heading': 'Diese Liste ist leer',
  empty: 'Sie hatte keine Aufgaben, als sie in den Papierkorb kam.',
  'fresh-heading': 'Ein neuer Anfang',
  'fresh-for-writer':
    'Schreib oben auf, was als Erstes zu tun ist. Was du hier einträgst, geht nicht verloren.',
  'fresh-for-reader': 'Noch hat niemand etwas aufgeschrieben.',
  trashed: '{count, plural, one {# Aufgabe} other {# Aufgaben}} · seit {when} hier',
  'to-transfer': 'In einen anderen Arbeitsbereich verschieben oder kopieren',
  'transfer-title': '{name} verschieben oder kopieren',
  'transfer-heading': '<bdi>{name}</bdi> verschieben oder kopieren',
  'transfer-to': 'In den Arbeitsbereich',
  'transfer-all':
    'Alle Aufgaben gehen mit, ob erledigt oder nicht. Was vorher mit ihnen geschah, bleibt hier im Verlauf.',
  'transfer-move': 'Dorthin verschieben',
  'transfer-copy': 'Dorthin kopieren',
  'transfer-nowhere':
    'Es gibt keinen anderen Arbeitsbereich, in dem du etwas ändern darfst. <workspaces>Leg einen an</workspaces>, oder bitte darum, in einem Mitglied zu werden.',
  'transfer-stopped':
    'Jemand hat die neue Liste im anderen Arbeitsbereich inzwischen in den Papierkorb gelegt, deshalb wurde der Rest nicht kopiert. Nichts ist verloren: Fang auf der Seite der Liste noch einmal an.',
  'side-open':
    '{count, select, 0 {<hidden>nichts zu tun</hidden>} other {<badge>{count}</badge><hidden> zu tun</hidden>}}',
  'side-all': 'Alle Listen',
  'back-to': 'Zurück zur Liste',
};
