import type { Messages } from '../catalogue.js';

/** Was von einem Satz verstanden wurde, mit dem jemand etwas hinzufügt. */
export const quickAdd: Messages['quickAdd'] = {
  understood: 'Verstanden',
  how: 'Verstanden, und wird mit gespeichert. Ankreuzen, was stattdessen im Titel bleiben soll.',
  leave: '„<bdi>{words}</bdi>“ im Titel lassen',
  said: 'Verstanden: {parts}',
  nothing: 'Alles davon ist Titel.',
  again: 'Kommt {often} wieder, zuerst: {day}',
  list: 'In die Liste {name}',
  priority:
    '{priority, select, high {Hohe Priorität} medium {Mittlere Priorität} low {Niedrige Priorität} other {Keine Priorität}}',
};
