import type { Messages } from '../catalogue.js';

export const notices: Messages['notices'] = {
  ListCreated: '{name} ist angelegt.',
  ListRenamed: '{before} heißt jetzt {name}.',
  ListRemoved: '{name} liegt im Papierkorb, mit allem, was darin ist.',
  ListRestored: '{name} ist wieder da, mit allem, was darin ist.',
  ListArchived: '{name} liegt im Archiv.',
  ListUnarchived: '{name} ist wieder bei deinen Listen.',
  ListTransferred:
    '{as, select, move {{name} ist jetzt im anderen Arbeitsbereich, mit allem, was darin ist.} other {{name} ist jetzt auch im anderen Arbeitsbereich, mit allem, was darin ist.}}',
  ListCopyTakenBack:
    'Die Kopie von {name} ist zurückgenommen: Sie liegt im Papierkorb des anderen Arbeitsbereichs.',
  ListReceived:
    '{as, select, move {{name} wurde hierher verschoben, mit allem, was darin ist.} other {{name} wurde hierher kopiert, mit allem, was darin ist.}}',
  TodoAdded: '{name} steht jetzt am Ende der Liste.',
  TodoRenamed: '{before} heißt jetzt {name}.',
  TodoNoted:
    '{noted, select, first {{name} hat jetzt eine Notiz.} gone {{name} hat keine Notiz mehr.} other {Die Notiz zu {name} ist geändert.}}',
  TodoPrioritised:
    '{priority, select, high {{name} hat jetzt hohe Priorität.} medium {{name} hat jetzt mittlere Priorität.} low {{name} hat jetzt niedrige Priorität.} other {{name} hat keine Priorität mehr.}}',
  TodoCompleted: '{name} ist erledigt.',
  TodoCompletedBefore: '{name} ist erledigt.',
  TodoReopened: '{name} ist wieder zu tun.',
  TodoMoved:
    '{to, select, up {{name} steht jetzt weiter oben.} down {{name} steht jetzt weiter unten.} other {{name} ist jetzt in {list}.}}',
  TodoRenumbered: '{name} steht noch am selben Platz.',
  TodoRemoved: '{name} liegt im Papierkorb.',
  TodoRestored: '{name} ist wieder in der Liste.',
  nothing: 'Das war schon so. Nichts hat sich geändert.',
  TodoScheduled: '{name} ist am {due} fällig.',
  TodoUnscheduled: '{name} hat keinen Termin mehr.',
  TodoRecurrenceSet: '{name} wiederholt sich {recurrence}.',
  TodoRecurrenceEnded: '{name} wiederholt sich nicht mehr.',
  TodoOccurrenceCompleted: 'Erledigt. Das nächste Mal: {weekday}',
  TodoOccurrenceSkipped: 'Übersprungen. Das nächste Mal: {weekday}',
  TodoOccurrenceTakenBack: '{name} ist noch einmal am {due} fällig.',
  TodoLabelled: '{name} hat jetzt das Etikett {label}.',
  TodoUnlabelled: '{name} hat das Etikett {label} nicht mehr.',
  LabelCreated: 'Das Etikett {name} ist angelegt.',
  LabelRenamed: 'Das Etikett {before} heißt jetzt {name}.',
  LabelRecoloured: 'Das Etikett {name} ist jetzt {colour}.',
  LabelMerged: 'Was das Etikett {name} hatte, hat jetzt {into}.',
  LabelUnmerged: 'Das Etikett {name} ist wieder ein eigenes.',
  LabelRemoved: 'Das Etikett {name} ist entfernt.',
  LabelRestored: 'Das Etikett {name} ist wieder da.',
};
