import type { Messages } from '../catalogue.js';

export const account: Messages['account'] = {
  'your-account': 'Dein Konto',
  'back-to-account': 'Zurück zu deinem Konto',
  'to-profile': 'Profil: Name, Sprache, Zeitzone, Aussehen',
  'to-access': 'Was mit dem Zugang zu deinem Konto geschehen ist',
  'to-tokens': 'Token für Programme',
  'sign-out': 'Abmelden',

  profile: 'Profil',
  'profile-saved': 'Dein Profil ist gespeichert. Von jetzt an sind die Seiten so, wie du sie haben willst.',
  'name-hint': 'So sehen ihn andere in deinen Arbeitsbereichen.',
  language: 'Sprache',
  'language-of-browser': 'Wie im Browser',
  'first-day': 'Die Woche beginnt am',
  theme: 'Aussehen',
  'theme-system': 'Wie im System',
  'theme-light': 'Hell',
  'theme-dark': 'Dunkel',
  'letter-keys': 'Einzelne Buchstaben sind Tastenkürzel',
  'letter-keys-hint':
    'Ein Fragezeichen zeigt, welche. Schalte das aus, wenn du mit deinem Computer sprichst oder wenn Buchstaben tun, was du nicht gemeint hast.',
  'shows-presence': 'Andere sehen, dass ich eine Liste ansehe',
  'shows-presence-hint': 'Wer dieselbe Liste geöffnet hat, sieht dort deinen Namen.',
  save: 'Speichern',

  'name-empty': 'Sag, wie andere dich nennen sollen.',
  'name-too-long': 'Das ist zu lang für einen Namen. Kürze ihn.',
  'name-not-text': 'Ein Name ist eine Zeile Text. Nimm Zeilenumbrüche und andere unsichtbare Zeichen heraus.',
  'name-ours':
    'So nennen Seiten Leute, die dort keinen Namen haben. Wähle einen anderen, damit dich niemand verwechselt.',
  'email-invalid': 'Das ist keine E-Mail-Adresse. Schreibe sie so: mia@example.org',
  'email-taken':
    'Zu dieser Adresse gibt es schon ein Konto. Melde dich damit an, oder nimm eine andere Adresse.',
  'password-short':
    'Das ist zu kurz für ein Passwort. Nimm mindestens 8 Zeichen; ein paar Wörter sind leicht zu merken.',
  'password-long': 'Das ist zu lang für ein Passwort. Nimm höchstens 256 Zeichen.',
  'password-common': 'Viele Leute haben dieses Passwort, darum wird es zuerst geraten. Wähle ein anderes.',
  'password-personal':
    'Das ist leicht zu raten, wenn man dich oder diese App kennt. Wähle ein anderes Passwort.',
  'timeZone-unknown': 'Diese Zeitzone gibt es nicht. Wähle eine aus der Liste.',

  'present-email': 'Du meldest dich mit <bdi>{email}</bdi> an.',
  'email-asked':
    'Fast fertig: Öffne die Mail, die an die neue Adresse gegangen ist, und bestätige sie innerhalb einer Stunde. Bis dahin gilt die Adresse, die hier steht.',
  'email-changed': 'Deine E-Mail-Adresse ist geändert. Melde dich von jetzt an mit der neuen an.',
  'new-email': 'Neue E-Mail-Adresse',
  'new-email-hint':
    'Dorthin geht eine Mail mit einem Link, der sie bestätigt, und eine an deine jetzige Adresse.',
  'new-email-at-once':
    'Dieser Server verschickt keine Mails: Die Adresse wird sofort geändert. Sieh zweimal hin, was du eingibst.',
  'new-email-taken': 'Zu dieser Adresse gibt es ein anderes Konto. Wähle eine andere Adresse.',
  'your-password': 'Dein Passwort',
  'password-wrong': 'Das ist nicht dein Passwort. Prüfe es, und versuche es noch einmal.',
  'change-email': 'Adresse ändern',
  'no-password': 'Du hast kein Passwort? <set>Setze zuerst eines</set>.',
  'your-email': 'Deine E-Mail-Adresse',
  'confirm-email': 'Bestätige deine neue Adresse',
  'from-now-on': 'Von jetzt an meldet sich <bdi>{name}</bdi> mit <bdi>{email}</bdi> an.',
  confirm: 'Bestätigen',
  'leave-email': 'So lassen, wie es war',
  'email-link-invalid':
    'Jeder Link gilt einmal und eine Stunde lang, und nur für das Konto, das ihn angefordert hat. Beginne die Änderung noch einmal.',
  'set-new-password': 'Neues Passwort setzen',
  'email-taken-meanwhile': 'Diese Adresse hat schon jemand',
  'email-taken-meanwhile-text':
    'Inzwischen gibt es ein anderes Konto mit ihr, darum behält deines die bisherige Adresse. Wähle eine andere.',

  tokens: 'Token',
  'about-tokens':
    'Mit einem Token fragt ein Programm in deinem Namen und darf nicht mehr als du. Es kann weder dein Konto ändern noch bestimmen, wer in einem Arbeitsbereich ist.',
  'copy-token': 'Kopiere jetzt das Token von „<bdi>{name}</bdi>“',
  'token-shown-once': 'Es wird nur dieses Mal gezeigt und gilt bis {date}.',
  'token-header': 'Programme schicken es in einer Kopfzeile: <code>Authorization: Bearer gbz_…</code>',
  'token-does': '{access, select, write {liest und schreibt} other {liest}}',
  'token-everywhere': 'in allen deinen Arbeitsbereichen',
  'token-in': 'in {workspaces}',
  'left-workspace': 'einem Arbeitsbereich, den du verlassen hast',
  'token-until': 'bis {date}',
  'token-expired': 'abgelaufen am {date}',
  'last-used': 'zuletzt benutzt am {date}',
  'never-used': 'nie benutzt',
  revoke: 'Zurücknehmen',
  'revoke-token': 'Zurücknehmen: {name}',
  'new-token': 'Ein neues Token',
  'token-name': 'Name',
  'token-name-hint': 'Des Programms, für das es ist.',
  'token-name-empty': 'Sag, für welches Programm das Token ist.',
  'name-one-too-many': 'Du hast 50 Token. Nimm die zurück, die du nicht mehr brauchst.',
  'token-may': 'Es darf',
  'access-read': 'Lesen',
  'access-write': 'Lesen und schreiben',
  'in-these-workspaces': 'In diesen Arbeitsbereichen',
  'in-all-workspaces': 'In allen meinen, auch künftigen',
  'in-chosen-workspaces': 'Nur in denen, die hier ausgewählt sind',
  'workspaces-none': 'Wähle mindestens einen Arbeitsbereich oder alle.',
  'workspaces-foreign': 'In einem dieser Arbeitsbereiche bist du nicht (mehr) Mitglied. Wähle noch einmal.',
  'for-how-long': 'Wie lange',
  'for-days': '{days, plural, =7 {Eine Woche} =365 {Ein Jahr} one {# Tag} other {# Tage}}',
  'make-token': 'Token erzeugen',

  delete: 'Mein Konto löschen',
  'delete-is-final': 'Das lässt sich nicht rückgängig machen.',
  'what-goes': 'Was verschwindet',
  'profile-goes': 'Dein Name, deine E-Mail-Adresse, dein Passwort und was in deinem Profil steht.',
  'sign-ins-go': 'Jede Anmeldung, auf diesem und allen anderen Geräten, und deine Token.',
  'memberships-go': 'Dein Platz in den Arbeitsbereichen, in denen du bist.',
  'what-stays': 'Was bleibt',
  'lists-stay':
    'Listen und Aufgaben in geteilten Arbeitsbereichen, auch die, die du angelegt hast: Sie gehören zum Arbeitsbereich.',
  'histories-stay': 'Ihr Verlauf, in dem du zu „Jemand, der nicht mehr da ist“ wirst.',
  'audit-stays':
    'Die Aufzeichnung, wer Zugang hatte: wann und von welcher Netzadresse ein Konto benutzt wurde, ohne deinen Namen.',
  'backups-stay': 'Sicherungen von früher, solange sie aufbewahrt werden, wo dieser Server betrieben wird.',
  'first-workspaces': 'Entscheide zuerst über diese Arbeitsbereiche',
  'about-first-workspaces':
    'Nur du bist dort Inhaber. Mit deinem Konto wird nichts davon gelöscht, damit keine Liste aus Versehen verloren geht.',
  'workspace-with-others':
    '<strong><bdi>{name}</bdi></strong>: {others, plural, one {# andere Person kann} other {# andere können}} ihn sehen. <members>Mache jemand anderen zum Inhaber<hidden> von <bdi>{name}</bdi></hidden></members>, oder <erase>lösche ihn<hidden>: <bdi>{name}</bdi></hidden></erase>.',
  'workspace-alone':
    '<strong><bdi>{name}</bdi></strong>: Nur du bist darin. <erase>Lösche ihn<hidden>: <bdi>{name}</bdi></hidden></erase>, oder <members>übergib ihn<hidden>: <bdi>{name}</bdi></hidden></members>.',
  'first-installation': 'Lass zuerst jemand anderen diese Installation verwalten',
  'about-first-installation':
    'Das tust nur du, und ohne jemanden würde sie der Person gehören, die als Erste kommt. Wer den Server betreibt, kann sie einem anderen Konto übergeben: <code>garbanzo account make-owner EMAIL</code>',
  'sign-in-again-to-delete':
    'Du hast hier kein Passwort. Um zu zeigen, dass du es bist, melde dich ab, melde dich wieder an, und komm innerhalb von zehn Minuten auf diese Seite zurück.',
  'to-show-it-is-you': 'Um zu zeigen, dass du es bist.',
  'delete-password-wrong': 'Das ist nicht das Passwort deines Kontos. Gib es noch einmal ein.',
  'delete-for-good': 'Mein Konto endgültig löschen',
  keep: 'Mein Konto behalten',
  deleted: 'Dein Konto ist gelöscht',
  'signed-out-everywhere':
    'Du bist überall abgemeldet. Was du in Arbeitsbereichen anderer getan hast, ist noch da, ohne deinen Namen.',
  'close-page': 'Du kannst diese Seite schließen.',
};
