import type { Messages } from '../catalogue.js';

export const refusals: Messages['refusals'] = {
  'name-empty': 'Gib der Liste einen Namen.',
  'name-too-long': 'Das ist zu lang für einen Namen. Nimm höchstens {most} Zeichen.',
  'name-not-text': 'Ein Name ist eine Zeile Text. Nimm Umbrüche und andere unsichtbare Zeichen heraus.',
  'name-changed':
    'Diese Liste heißt inzwischen anders als auf der Seite, auf der du warst. Wähle, was bleibt.',
  'list-exists': 'Diese Liste gibt es schon.',
  'list-not-found': 'Diese Liste gibt es nicht.',
  'list-in-trash': 'Diese Liste liegt im Papierkorb. Stelle sie erst wieder her.',
  'list-changed-since':
    'Die Liste wurde seitdem geändert, deshalb lässt sich das nicht mehr rückgängig machen.',
  'list-chosen-in-trash':
    'Die gewählte Liste liegt im Papierkorb. Stelle sie erst wieder her, oder wähle eine andere.',
  'list-before-in-trash':
    'Die Liste, in der sie vorher war, liegt im Papierkorb. Stelle erst diese wieder her.',
  'title-empty': 'Schreib auf, was zu tun ist.',
  'title-too-long': 'Das ist zu lang für eine Aufgabe. Nimm höchstens {most} Zeichen.',
  'title-not-text': 'Eine Aufgabe ist eine Zeile Text. Nimm Umbrüche und andere unsichtbare Zeichen heraus.',
  'title-changed':
    'Diese Aufgabe heißt inzwischen anders als auf der Seite, auf der du warst. Wähle, was bleibt.',
  'note-too-long':
    'Das ist zu lang für eine Notiz, und zwar um {over, plural, one {# Zeichen} other {# Zeichen}}. Nimm höchstens {most, number} Zeichen.',
  'note-not-text': 'Eine Notiz ist Text. Nimm unsichtbare Zeichen heraus, die keiner sind.',
  'note-changed':
    'Diese Aufgabe hat inzwischen eine andere Notiz als die, aus der deine entstanden ist. Wähle, was bleibt.',
  'priority-unknown': 'Diese Priorität gibt es nicht. Wähle keine, niedrig, mittel oder hoch.',
  'priority-changed':
    'Diese Aufgabe hat inzwischen eine andere Priorität als auf der Seite, auf der du warst. Wähle, was bleibt.',
  'todo-exists': 'Diese Aufgabe gibt es schon.',
  'todo-not-found': 'Diese Aufgabe gibt es nicht.',
  'todo-in-trash': 'Diese Aufgabe liegt im Papierkorb. Stelle sie erst wieder her.',
  'todo-list-in-trash': 'Ihre Liste liegt im Papierkorb. Stelle erst diese wieder her.',
  'todo-moved-away':
    'Jemand hat diese Aufgabe inzwischen in eine andere Liste verschoben. Nichts wurde verschoben.',
  'todo-changed-since':
    'Diese Aufgabe wurde seitdem geändert, deshalb lässt sich das nicht mehr rückgängig machen.',
  'todo-neighbour-gone': 'Was neben dieser Aufgabe stand, ist nicht mehr da. Nichts wurde verschoben.',
  'due-changed':
    'Diese Aufgabe ist inzwischen an einem anderen Tag fällig als auf der Seite, auf der du warst. Wähle, was bleibt.',
  'dueDate-not-a-day': 'Das ist kein Tag. Schreib ihn als Jahr, Monat und Tag: 2026-11-27',
  'dueTime-without-a-day': 'Zu einer Uhrzeit gehört ein Tag. Wähle ihn auch, oder lass die Uhrzeit leer.',
  'dueTime-not-a-time': 'Das ist keine Uhrzeit. Schreib Stunden und Minuten: 18:00',
  'every-without-a-day':
    'Was sich wiederholt, braucht einen ersten Tag. Leg einen Termin fest, dann wie es sich wiederholt.',
  'every-changed':
    'Jemand hat geändert, wie sich das wiederholt, während du es ausgefüllt hast. Sieh dir an, was jetzt gilt, und speichere noch einmal, wenn deines gelten soll.',
  'every-not-a-number': 'Schreib eine Zahl von 1 bis 999.',
  'until-not-a-day': 'Das ist kein Tag. Schreib ihn als Jahr, Monat und Tag: 2026-11-27',
  'until-in-the-past': 'Dieser Tag liegt vor dem Termin. Wähl einen späteren, oder lass das Feld leer.',
  'until-and-times': 'Gib entweder den letzten Tag an oder wie oft, nicht beides.',
  'times-not-a-number': 'Schreib eine Zahl von 1 bis 999, oder lass das Feld leer.',
  'dueDate-needed':
    'Das wiederholt sich und braucht deshalb einen Tag. Lass es erst nur einmal kommen, dann nimm den Tag weg.',
  'todo-comes-once': 'Das wiederholt sich nicht, also gibt es nichts zu überspringen.',
  'todo-last-occurrence':
    'Das ist das letzte Mal, es gibt kein nächstes. Erledige es, oder lass es nur einmal kommen.',
  'item-empty': 'Schreib auf, was auf die Checkliste gehört.',
  'item-too-long': 'Das ist zu lang für einen Punkt. Nimm höchstens {most} Zeichen.',
  'item-not-text': 'Ein Punkt ist eine Zeile Text. Nimm Umbrüche und andere unsichtbare Zeichen heraus.',
  'item-changed':
    'Dieser Punkt heißt inzwischen anders als auf der Seite, auf der du warst. Wähle, was bleibt.',
  'item-gone': 'Dieser Punkt steht nicht mehr auf der Checkliste.',
  'item-neighbour-gone': 'Was neben diesem Punkt stand, ist nicht mehr da. Nichts wurde verschoben.',
  'item-one-too-many':
    'Eine Checkliste hat höchstens {items} Punkte. Was mehr braucht, ist eine eigene Liste.',
  'title-one-too-many': 'Füg höchstens {todos, number} Aufgaben auf einmal hinzu.',
  'label-empty': 'Gib dem Etikett einen Namen.',
  'label-too-long': 'Das ist zu lang für ein Etikett. Nimm höchstens {most} Zeichen.',
  'label-not-text':
    'Der Name eines Etiketts ist eine Zeile Text. Nimm Umbrüche und andere unsichtbare Zeichen heraus.',
  'label-exists': 'Dieses Etikett gibt es schon.',
  'label-not-found': 'Dieses Etikett gibt es nicht mehr.',
  'label-name-taken':
    'Ein anderes Etikett heißt schon so. Lege beide zusammen, oder wähle einen anderen Namen.',
  'label-changed':
    'Dieses Etikett heißt inzwischen anders als auf der Seite, auf der du warst. Speichere noch einmal, wenn deiner gelten soll.',
  'label-colour-unknown': 'Diese Farbe gibt es nicht. Wähle eine von denen, die gezeigt werden.',
  'label-into-itself': 'Ein Etikett lässt sich nicht mit sich selbst zusammenlegen. Wähle ein anderes.',
  'label-too-many': 'Das sind zu viele Etiketten für eine Aufgabe. Sie kann {most} haben.',
  'label-one-too-many':
    'Das sind zu viele Etiketten. Ein Arbeitsbereich kann {most} haben: Lege erst einige zusammen, oder entferne sie.',
  'label-changed-since':
    'Das Etikett wurde seitdem geändert, deshalb lässt sich das nicht mehr rückgängig machen.',
};
