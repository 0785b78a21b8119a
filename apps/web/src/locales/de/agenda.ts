import type { Messages } from '../catalogue.js';

export const agenda: Messages['agenda'] = {
  today: 'Heute',
  tomorrow: 'Morgen',
  upcoming: 'Demnächst',
  overdue: 'Überfällig',
  order: 'Reihenfolge',
  'by-time': 'Nach Zeit',
  'by-list': 'Nach Listen',
  where: '<list><bdi>{name}</bdi></list>',
  'where-in': '<list><bdi>{name}</bdi></list> · <bdi>{workspace}</bdi>',
  more: '{count, plural, one {# weitere Aufgabe ist fällig.} other {# weitere Aufgaben sind fällig.}} Du siehst sie hier, wenn einige von diesen erledigt oder verschoben sind.',
  'free-heading': 'Heute ist nichts fällig',
  free: 'Öffne eine Aufgabe in einer deiner Listen und gib ihr einen Tag: Dann steht sie an diesem Tag hier.',
  'to-lists': 'Zu den Listen von <bdi>{name}</bdi>',
  'to-upcoming': 'Was als Nächstes kommt',
  nothing: 'Nichts fällig',
  range: '{first} bis {last}',
  weeks: 'Wochen',
  earlier: 'Woche davor',
  later: 'Woche danach',
  now: 'Diese Woche',
};
