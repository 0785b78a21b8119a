import type { Messages } from '../catalogue.js';

export const problems: Messages['problems'] = {
  'no-sense': 'Das ergab keinen Sinn',
  'who-are-you': 'Wer bist du?',
  'not-from-here': 'Nicht von hier',
  'not-for-you': 'Nicht für dich',
  lost: 'Verlaufen?',
  'too-much': 'Zu viel auf einmal',
  'not-under-this-name': 'Nicht unter diesem Namen',
  'not-here-yet': 'Noch nicht da',
  gone: 'Weg',
  'not-any-more': 'Nicht mehr',
  update: 'Gerade läuft eine Aktualisierung',
  quicker: 'Jemand war schneller',
  'back-soon': 'Gleich wieder da',
  'did-not-work': 'Das hat nicht geklappt',
  broken: 'Da ist etwas kaputtgegangen',

  'nothing-here': 'Unter dieser Adresse ist nichts. Vielleicht ist es umgezogen, vielleicht war es nie hier.',
  'too-large': 'Das war größer als alles, was diese App annimmt. Es wurde nichts gespeichert.',
  'signed-out':
    'Du bist nicht (mehr) angemeldet, darum wurde nichts gespeichert. Melde dich an, und mach es noch einmal.',
  'page-behind':
    'Wenn es gerade erst angelegt wurde, ist es gespeichert, und die Seite dazu wird noch aktualisiert: Lade sie gleich noch einmal.',
  'workspace-erased':
    'Jemand hat diesen Arbeitsbereich inzwischen gelöscht, und zwar für alle. Es wurde nichts gespeichert.',
  'role-changed':
    'Währenddessen hat jemand geändert, was du in diesem Arbeitsbereich darfst. Darum wurde es nicht oder nicht ganz gespeichert. Frag jemanden, dem der Arbeitsbereich gehört.',
  'past-busy': 'Gerade sehen sich viele die Vergangenheit an, und das dauert. Versuch es gleich noch einmal.',
  'sign-in-busy':
    'Gerade melden sich viele an. Es wurde nichts gespeichert; geh zurück, und versuch es gleich noch einmal.',
  'changed-by-newer':
    'Eine neuere Version dieser App hat das schon geändert. Es wurde nichts gespeichert; versuch es gleich noch einmal.',
  'changed-at-once': 'Das wurde im selben Moment geändert. Versuch es noch einmal.',
  'database-away':
    'Die Datenbank antwortet gerade nicht. Vielleicht hat sie angenommen, was du geschickt hast, vielleicht nicht; du kannst es gefahrlos noch einmal versuchen.',
  'our-fault': 'Das liegt an uns und nicht an dir. Was du getan hast, ist vielleicht nicht gespeichert.',

  'not-our-name':
    'Du hast nach „{asked}“ gefragt. Diese App antwortet unter localhost, den Adressen dieses Rechners{more}. Wenn dieser Name zu ihr gehört, muss ihn eintragen, wer sie betreibt: in der Variablen ALLOWED_HOSTS.',
  'foreign-form':
    'Dieses Formular kam nicht von einer Seite dieser App. Öffne die App, und versuch es dort noch einmal.',
  'form-from-nowhere':
    'Dieses Formular kam nicht von einer Seite dieser App. Öffne die App, und versuch es dort noch einmal. Dein Browser hat nicht gesagt, woher es kam.',
  'form-from-elsewhere':
    'Dieses Formular kam nicht von einer Seite dieser App. Öffne die App, und versuch es dort noch einmal. Es kam von „{origin}“, und die App wurde als „{own}“ angesprochen. Wenn beides dieselbe App hinter einem Proxy ist, lässt, wer sie betreibt, den Proxy den angefragten Host weitergeben (oder X-Forwarded-Host und X-Forwarded-Proto, mit TRUST_PROXY), oder ergänzt „{host}“ in der Variablen ALLOWED_HOSTS.',
  'too-many-open': 'Es sind zu viele Seiten offen. Schließ ein paar davon, und lade diese neu.',

  'to-lists': 'Zu deinen Listen',
  name: 'Name',
  email: 'E-Mail-Adresse',
  'error-number': 'Fehler {status}',
  'error-number-with-id': 'Fehler {status}. Wenn du um Hilfe bittest, gib <code>{id}</code> an.',
};
