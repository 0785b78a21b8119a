import type { Messages } from '../catalogue.js';

export const many: Messages['many'] = {
  'told-TodoCompleted': '{count, plural, one {# Aufgabe ist erledigt.} other {# Aufgaben sind erledigt.}}',
  'told-TodoCompletedBefore':
    '{count, plural, one {# Aufgabe ist wieder erledigt.} other {# Aufgaben sind wieder erledigt.}}',
  'told-TodoReopened':
    '{count, plural, one {# Aufgabe ist wieder zu tun.} other {# Aufgaben sind wieder zu tun.}}',
  'told-TodoMoved':
    '{count, plural, one {# Aufgabe ist jetzt in {list}.} other {# Aufgaben sind jetzt in {list}.}}',
  'told-TodoRemoved':
    '{count, plural, one {# Aufgabe liegt im Papierkorb.} other {# Aufgaben liegen im Papierkorb.}}',
  'told-TodoRestored':
    '{count, plural, one {# Aufgabe ist wieder in ihrer Liste.} other {# Aufgaben sind wieder in ihrer Liste.}}',
  'past-TodoCompleted': '{count, plural, one {# Aufgabe erledigt} other {# Aufgaben erledigt}}',
  'past-TodoCompletedBefore':
    '{count, plural, one {# Aufgabe wieder erledigt} other {# Aufgaben wieder erledigt}}',
  'past-TodoReopened': '{count, plural, one {# Aufgabe wieder geöffnet} other {# Aufgaben wieder geöffnet}}',
  'past-TodoMoved':
    '{count, plural, one {# Aufgabe von {listBefore} nach {list} verschoben} other {# Aufgaben von {listBefore} nach {list} verschoben}}',
  'past-TodoRemoved':
    '{count, plural, one {# Aufgabe in den Papierkorb gelegt} other {# Aufgaben in den Papierkorb gelegt}}',
  'past-TodoRestored':
    '{count, plural, one {# Aufgabe aus dem Papierkorb wiederhergestellt} other {# Aufgaben aus dem Papierkorb wiederhergestellt}}',
  'undo-TodoCompleted': 'Sie sind wieder zu tun.',
  'undo-TodoCompletedBefore': 'Sie sind wieder zu tun.',
  'undo-TodoReopened': 'Sie sind wieder erledigt, wie sie es vorher waren.',
  'undo-TodoMoved': 'Sie kommen zurück nach {listBefore}, an ihre alten Plätze.',
  'undo-TodoRemoved': 'Sie kommen in ihre Liste zurück.',
  'undo-TodoRestored': 'Sie kommen wieder in den Papierkorb.',
  'left-already': '{count, plural, one {Bei # war das schon so.} other {Bei # war das schon so.}}',
  'left-trash':
    '{count, plural, one {# liegt im Papierkorb und blieb, wie sie ist.} other {# liegen im Papierkorb und blieben, wie sie sind.}}',
  'left-moved':
    '{count, plural, one {# ist inzwischen in einer anderen Liste und blieb dort.} other {# sind inzwischen in einer anderen Liste und blieben dort.}}',
  'left-changed':
    '{count, plural, one {# wurde seitdem geändert und blieb, wie sie ist.} other {# wurden seitdem geändert und blieben, wie sie sind.}}',
  'left-target':
    '{count, plural, one {# blieb, wo sie ist: Die gewählte Liste liegt im Papierkorb.} other {# blieben, wo sie sind: Die gewählte Liste liegt im Papierkorb.}}',
  'left-before':
    '{count, plural, one {# blieb, wo sie ist: Die Liste, in der sie vorher war, liegt im Papierkorb.} other {# blieben, wo sie sind: Die Liste, in der sie vorher waren, liegt im Papierkorb.}}',
  'left-missing': '{count, plural, one {# gibt es nicht.} other {# gibt es nicht.}}',
  'left-item': 'Dieser Punkt steht nicht mehr auf der Checkliste. Nichts hat sich geändert.',
  'told-TodoAdded': '{count, plural, one {# Aufgabe ist hinzugefügt.} other {# Aufgaben sind hinzugefügt.}}',
  'past-TodoAdded': '{count, plural, one {# Aufgabe hinzugefügt} other {# Aufgaben hinzugefügt}}',
  'undo-TodoAdded': 'Sie kommen in den Papierkorb.',
  'told-TodoLabelled':
    '{count, plural, one {# Aufgabe hat jetzt das Etikett {label}.} other {# Aufgaben haben jetzt das Etikett {label}.}}',
  'told-TodoUnlabelled':
    '{count, plural, one {# Aufgabe hat das Etikett {label} nicht mehr.} other {# Aufgaben haben das Etikett {label} nicht mehr.}}',
  'past-TodoLabelled':
    '{count, plural, one {Etikett {label} zu # Aufgabe hinzugefügt} other {Etikett {label} zu # Aufgaben hinzugefügt}}',
  'past-TodoUnlabelled':
    '{count, plural, one {Etikett {label} von # Aufgabe abgenommen} other {Etikett {label} von # Aufgaben abgenommen}}',
  'undo-TodoLabelled': 'Das Etikett {label} wird ihnen wieder abgenommen.',
  'undo-TodoUnlabelled': 'Sie haben wieder das Etikett {label}.',
};
