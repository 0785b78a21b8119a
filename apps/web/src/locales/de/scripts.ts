import type { Messages } from '../catalogue.js';

export const scripts: Messages['scripts'] = {
  'discard-typed': 'Verwerfen, was du geschrieben hast?',
  'keep-editing': 'Weiter bearbeiten',
  discard: 'Verwerfen',
  pasted: 'Du hast {count} Zeilen eingefügt.',
  'add-lines': '{count} Aufgaben hinzufügen',
  'add-checklist': 'Eine Aufgabe mit Checkliste hinzufügen',
  'one-line': 'In einer Zeile',
  saving: 'Wird gespeichert',
  quoted: '„{text}“',
  'unsaved-one':
    '{texts} ist noch nicht gespeichert: Der Server antwortet gerade nicht. Diese Seite versucht es weiter.',
  'unsaved-more':
    '{texts} sind noch nicht gespeichert: Der Server antwortet gerade nicht. Diese Seite versucht es weiter.',
  'unsaved-last':
    'Was du zuletzt getan hast, ist noch nicht gespeichert: Der Server antwortet gerade nicht. Diese Seite versucht es weiter.',
  unanswered: 'Der Server antwortet gerade nicht. Diese Seite versucht es weiter.',
  workspaces: 'Arbeitsbereiche',
  'all-workspaces': 'Alle Arbeitsbereiche',
  'as-of': 'Stand: {time}.',
  changed: 'Andere haben etwas auf dieser Seite geändert.',
  'looks-too': '{people} sieht sich diese Liste auch gerade an',
  'look-too': '{people} sehen sich diese Liste auch gerade an',
};
