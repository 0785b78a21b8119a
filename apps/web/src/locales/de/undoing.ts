import type { Messages } from '../catalogue.js';

export const undoing: Messages['undoing'] = {
  ListCreated: 'Die Liste kommt in den Papierkorb, mit allem, was darin ist.',
  ListRenamed: 'Die Liste heißt wieder {before}.',
  ListRemoved: 'Die Liste kommt zurück, mit allem, was darin ist.',
  ListRestored: 'Die Liste kommt wieder in den Papierkorb, mit allem, was darin ist.',
  ListArchived: 'Die Liste kommt aus dem Archiv.',
  ListUnarchived: 'Die Liste kommt wieder ins Archiv.',
  ListTransferred:
    '{as, select, move {Die Liste kommt hierher zurück, und was im anderen Arbeitsbereich aus ihr geworden ist, kommt dort in den Papierkorb.} other {Die Kopie im anderen Arbeitsbereich kommt dort in den Papierkorb. Die Liste hier bleibt, wie sie ist.}}',
  ListCopyTakenBack: 'Die Liste wird noch einmal in den anderen Arbeitsbereich kopiert.',
  ListReceived:
    'Die Liste kommt hier in den Papierkorb. In dem Arbeitsbereich, aus dem sie kam, ändert sich nichts.',
  TodoAdded: 'Die Aufgabe kommt in den Papierkorb.',
  TodoRenamed: 'Die Aufgabe heißt wieder {before}.',
  TodoNoted:
    '{noted, select, first {Ihre Notiz wird weggenommen.} gone {Ihre Notiz kommt zurück.} other {Ihre Notiz ist wieder, was sie vorher war.}}',
  TodoPrioritised:
    '{priorityBefore, select, high {Die Aufgabe hat wieder hohe Priorität.} medium {Die Aufgabe hat wieder mittlere Priorität.} low {Die Aufgabe hat wieder niedrige Priorität.} other {Die Aufgabe hat wieder keine Priorität.}}',
  TodoCompleted: 'Die Aufgabe ist wieder zu tun.',
  TodoCompletedBefore: 'Die Aufgabe ist wieder zu tun.',
  TodoReopened:
    '{isKnown, select, yes {Die Aufgabe ist wieder erledigt: {doneAt}.} other {Die Aufgabe ist wieder erledigt.}}',
  TodoMoved:
    '{to, select, other {Die Aufgabe kommt zurück nach {listBefore}, an ihren alten Platz.} up {Die Aufgabe kommt an ihren alten Platz in der Liste zurück.} down {Die Aufgabe kommt an ihren alten Platz in der Liste zurück.}}',
  TodoRenumbered: 'Nichts ändert sich.',
  TodoRemoved: 'Die Aufgabe kommt in ihre Liste zurück.',
  TodoRestored: 'Die Aufgabe kommt wieder in den Papierkorb.',
  TodoScheduled:
    '{wasDue, select, yes {Die Aufgabe ist wieder am {dueBefore} fällig.} other {Die Aufgabe hat wieder keinen Termin.}}',
  TodoUnscheduled: 'Die Aufgabe ist wieder am {dueBefore} fällig.',
  TodoRecurrenceSet:
    '{wasRecurring, select, yes {Die Aufgabe wiederholt sich wieder {recurrenceBefore}.} other {Die Aufgabe kommt wieder nur einmal.}}',
  TodoRecurrenceEnded: 'Die Aufgabe wiederholt sich wieder {recurrenceBefore}.',
  TodoOccurrenceCompleted: 'Die Aufgabe ist wieder am {dueBefore} fällig.',
  TodoOccurrenceSkipped: 'Die Aufgabe ist wieder am {dueBefore} fällig.',
  TodoOccurrenceTakenBack: 'Die Aufgabe ist wieder am {dueBefore} fällig.',
  ChecklistItemAdded: '{item} kommt von der Checkliste.',
  ChecklistItemRenamed: 'Der Punkt heißt wieder {itemBefore}.',
  ChecklistItemTicked: '{item} ist nicht mehr abgehakt.',
  ChecklistItemUnticked: '{item} ist wieder abgehakt.',
  ChecklistItemMoved: '{item} kommt an den alten Platz auf der Checkliste zurück.',
  ChecklistItemRemoved: '{item} kommt auf die Checkliste zurück.',
  ChecklistItemRestored: '{item} kommt wieder von der Checkliste.',
  ChecklistItemExtracted:
    '{item} kommt auf die Checkliste zurück, und die Aufgabe, die daraus wurde, kommt in den Papierkorb.',
  TodoLabelled: 'Das Etikett {label} wird wieder abgenommen.',
  TodoUnlabelled: 'Die Aufgabe hat wieder das Etikett {label}.',
  LabelCreated: 'Das Etikett {name} wird entfernt.',
  LabelRenamed: 'Das Etikett heißt wieder {before}.',
  LabelRecoloured: 'Das Etikett ist wieder {colourBefore}.',
  LabelMerged: 'Das Etikett {name} ist wieder ein eigenes, an allen Aufgaben, die es hatten.',
  LabelUnmerged: 'Was das Etikett {name} hat, hat wieder {intoBefore}.',
  LabelRemoved: 'Das Etikett {name} kommt zurück, an alle Aufgaben, die es hatten.',
  LabelRestored: 'Das Etikett {name} wird wieder entfernt.',
};
