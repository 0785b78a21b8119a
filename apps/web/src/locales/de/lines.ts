import type { Messages } from '../catalogue.js';

export const lines: Messages['lines'] = {
  several: 'Mehrere Zeilen',
  label: 'Neue Aufgaben, jede in einer Zeile',
  hint: 'Was eingerückt ist, gehört zur Checkliste der Aufgabe darüber. [x] am Anfang jeder Zeile sagt, was erledigt ist.',
  add: 'Alle hinzufügen',
  cancel: 'Nur eine',
  wrong: 'Nichts wurde hinzugefügt: Sieh dir Zeile {line} an.',
};
