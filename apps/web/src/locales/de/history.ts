import type { Messages } from '../catalogue.js';

export const history: Messages['history'] = {
  ListCreated: 'Angelegt als {name}',
  ListRenamed: 'Umbenannt von {before} in {name}',
  ListRemoved: 'In den Papierkorb gelegt',
  ListRestored: 'Aus dem Papierkorb wiederhergestellt',
  ListArchived: 'Archiviert',
  ListUnarchived: 'Aus dem Archiv geholt',
  ListTransferred:
    '{as, select, move {In einen anderen Arbeitsbereich verschoben} other {In einen anderen Arbeitsbereich kopiert}}',
  ListCopyTakenBack: 'Kopie in einem anderen Arbeitsbereich zurückgenommen',
  ListReceived:
    '{as, select, move {Aus einem anderen Arbeitsbereich hierher verschoben, als {name}} other {Aus einem anderen Arbeitsbereich hierher kopiert, als {name}}}',
  TodoAdded: '{historyOf, select, list {Hinzugefügt} other {Zu {list} hinzugefügt, als {name}}}',
  TodoRenamed: 'Umbenannt von {before} in {name}',
  TodoNoted: '{noted, select, first {Notiz geschrieben} gone {Notiz weggenommen} other {Notiz geändert}}',
  TodoPrioritised:
    'Priorität geändert: vorher {priorityBefore, select, high {hoch} medium {mittel} low {niedrig} other {keine}}, jetzt {priority, select, high {hoch} medium {mittel} low {niedrig} other {keine}}',
  TodoCompleted: 'Erledigt',
  TodoCompletedBefore: 'Erledigt seit {doneAt}',
  TodoReopened: 'Wieder geöffnet',
  TodoMoved:
    '{to, select, up {Nach oben verschoben} down {Nach unten verschoben} other {Von {listBefore} nach {list} verschoben}}',
  TodoRenumbered: 'Am Platz geblieben, während andere verschoben wurden',
  TodoRemoved: 'In den Papierkorb gelegt',
  TodoRestored: 'Aus dem Papierkorb wiederhergestellt',
  unreadable: 'Etwas, das diese Version der App nicht lesen kann ({type})',
  TodoScheduled: '{wasDue, select, yes {Fällig am {due} statt am {dueBefore}} other {Fällig am {due}}}',
  TodoUnscheduled: 'Nicht mehr fällig am {dueBefore}',
  TodoRecurrenceSet:
    '{wasRecurring, select, yes {Wiederholt sich {recurrence} statt {recurrenceBefore}} other {Wiederholt sich {recurrence}}}',
  TodoRecurrenceEnded: 'Wiederholt sich nicht mehr {recurrenceBefore}',
  TodoOccurrenceCompleted: 'Erledigt für {occurrence}, wieder fällig am {due}',
  TodoOccurrenceSkipped: 'Übersprungen für {occurrence}, wieder fällig am {due}',
  TodoOccurrenceTakenBack: 'Noch einmal fällig am {due}',
  TodoLabelled: 'Etikett {label} hinzugefügt',
  TodoUnlabelled: 'Etikett {label} abgenommen',
  LabelCreated: 'Etikett {name} angelegt',
  LabelRenamed: 'Etikett {before} umbenannt in {name}',
  LabelRecoloured: 'Farbe des Etiketts {name} geändert: vorher {colourBefore}, jetzt {colour}',
  LabelMerged: 'Etikett {name} mit {into} zusammengelegt',
  LabelUnmerged: 'Etikett {name} wieder von {intoBefore} getrennt',
  LabelRemoved: 'Etikett {name} entfernt',
  LabelRestored: 'Etikett {name} zurückgeholt',
};
