import type { Messages } from '../catalogue.js';

export const credentials: Messages['credentials'] = {
  password: 'Passwort',
  'password-changed': 'Dein Passwort ist geändert. Du bist überall abgemeldet außer hier.',
  'tokens-go-on': 'Token, die weiter gelten',
  'about-tokens-that-go-on':
    'Mit ihnen fragen Programme in deinem Namen. Nimm die zurück, die du nicht kennst.',
  'present-password': 'Dein jetziges Passwort',
  'without-password':
    'Du meldest dich ohne Passwort an. Wenn du eines setzt, kannst du es neben dem benutzen, was du jetzt benutzt.',
  'new-password-hint':
    'Mindestens 8 Zeichen. Ein paar Wörter sind leicht zu merken. Du wirst überall abgemeldet außer hier.',
  'change-password': 'Passwort ändern',
  'set-password': 'Passwort setzen',
  'password-wrong': 'Das ist nicht dein Passwort. Gib das ein, mit dem du dich anmeldest.',
  'password-stale':
    'Du hast dich vor mehr als 10 Minuten angemeldet. Melde dich ab und wieder an, und setze das Passwort dann: So kann es niemand sonst, der diesen Browser offen findet.',

  passkeys: 'Passkeys',
  'about-passkeys':
    'Mit einem Passkey meldest du dich per Finger, Gesicht oder PIN an, auf einem Gerät oder mit einem Sicherheitsschlüssel; Passwort und Code sind nicht nötig.',
  'passkey-name': 'Name',
  'passkey-last-used': 'Hinzugefügt am {added}; zuletzt benutzt am {used}',
  'passkey-never-used': 'Hinzugefügt am {added}; nie benutzt',
  rename: 'Umbenennen',
  remove: 'Entfernen',
  'add-passkey': 'Passkey hinzufügen',
  'bare-address':
    'Browser erzeugen Passkeys nur für Namen, und diese Seite wurde unter einer bloßen Adresse geöffnet. Öffne die App unter ihrem Namen, etwa localhost oder todo.example.org.',
  'new-passkey-name': 'Name des neuen Passkeys',
  'new-passkey-name-hint': 'Zum Beispiel das Gerät, auf dem er ist.',
  'passkey-password-hint':
    'Du hast dich vor mehr als 10 Minuten angemeldet. Wer diesen Browser offen findet, soll keinen eigenen Passkey hinzufügen können.',
  continue: 'Weiter',
  'sign-in-again-to-add':
    'Du hast dich vor mehr als 10 Minuten angemeldet. Melde dich ab und wieder an, um einen Passkey hinzuzufügen: So kann es niemand, der diesen Browser offen findet.',
  'passkeys-need':
    'Passkeys brauchen JavaScript, einen Browser, der sie kennt, und eine sichere Adresse: eine, die mit https beginnt, oder localhost.',
  'name-empty': 'Gib ihm einen Namen, zum Beispiel den des Geräts, auf dem er ist.',
  'passkey-not-added':
    'Der Passkey wurde nicht hinzugefügt: Es hat länger als 5 Minuten gedauert, oder du hast ihn schon. Versuche es noch einmal.',
  'passkey-is-last':
    'Das ist dein letzter Passkey, und du hast kein Passwort: Ohne ihn könntest du dich nicht mehr anmelden. Setze zuerst ein Passwort, oder füge einen anderen Passkey hinzu.',
  'new-passkey': 'Neuer Passkey',
  'where-to-keep':
    'Dein Browser wird fragen, wo er <bdi>{name}</bdi> aufbewahren soll, und nach deinem Finger, Gesicht oder einer PIN. Du hast 5 Minuten.',
  'no-passkey-made':
    'Es wurde kein Passkey erzeugt. Versuche es noch einmal. Wenn dieses Gerät schon einen für dein Konto hat, erzeugt es keinen weiteren.',
  'create-passkey': 'Passkey erzeugen',
  'back-to-passkeys': 'Zurück zu deinen Passkeys',

  'second-factor': 'Zweiter Faktor',
  'factor-on':
    'Er ist eingeschaltet: Um dich mit deinem Passwort anzumelden, gibst du auch einen Code aus einer App auf deinem Telefon ein. Ein Passkey braucht keinen Code.',
  'codes-left':
    'Noch {codes, plural, one {# Ersatzcode} other {# Ersatzcodes}}, jeder für ein Mal, wenn du dein Telefon nicht hast.',
  'so-that-nobody-else': 'Damit es niemand sonst kann, der diesen Browser offen findet.',
  'make-codes': 'Neue Ersatzcodes erzeugen',
  'switch-off': 'Ausschalten',
  scan: 'Lies das mit einer App für Codes auf deinem Telefon ein, etwa Aegis, Google Authenticator, 1Password oder Bitwarden.',
  'qr-code': 'QR-Code mit dem Schlüssel, der darunter steht',
  'type-key': 'Oder tippe diesen Schlüssel ein:',
  'app-code': 'Code, den die App zeigt',
  'app-code-hint': 'Sechs Ziffern. Er ist eingeschaltet, sobald der richtige eingegeben ist.',
  'code-wrong':
    'Das ist nicht der richtige Code, oder er wurde schon benutzt. Gib den ein, den deine App jetzt zeigt; wenn er wechselt, den nächsten.',
  'codes-too-often':
    'Zu viele Codes waren falsch. Warte {duration}, bevor du den nächsten eingibst, oder nimm einen Ersatzcode.',
  'switch-on': 'Einschalten',
  'factor-off':
    'Er ist ausgeschaltet. Wenn er eingeschaltet ist, lässt dein Passwort allein niemanden herein: Dazu braucht es einen Code aus einer App auf deinem Telefon.',
  'set-up': 'Einrichten',
  'factor-needs-password':
    'Er ist für alle, die sich mit einem Passwort anmelden, und du hast keines. <set>Setze zuerst ein Passwort</set>.',
  'recovery-codes': 'Ersatzcodes',
  'about-recovery-codes':
    'Schreibe sie auf oder drucke sie aus, und bewahre sie dort auf, wo du sie ohne dein Telefon findest. Jeder lässt dich einmal herein anstelle eines Codes aus der App. Sie werden nicht noch einmal gezeigt; die du vorher hattest, gelten nicht mehr.',
  'have-codes': 'Ich habe sie',

  sessions: 'Wo du angemeldet bist',
  'about-sessions':
    'Eine Sitzung, die du nicht kennst, gehört vielleicht jemand anderem: Beende sie, und <change>ändere dein Passwort</change>.',
  'session-elsewhere': '<strong><bdi>{device}</bdi></strong>, von <bdi>{place}</bdi> aus',
  'session-here': '<strong><bdi>{device}</bdi></strong> (diese hier), von <bdi>{place}</bdi> aus',
  'session-used': 'Angemeldet am {signedIn}; zuletzt benutzt am {used}',
  'sign-out-here': 'Hier abmelden',
  'end-session': 'Beenden',
  'sign-out-elsewhere': 'Überall sonst abmelden',
  'device-on': '{browser} auf {system}',
  'another-browser': 'Anderer Browser',
  'place-unknown': 'einem unbekannten Ort',
  'place-computer': 'diesem Computer',
  'place-network': 'diesem Netz ({address})',

  connections: 'Verbindungen',
  'about-connections': 'Konten anderswo, mit denen du dich hier anmelden kannst.',
  'connected-as': 'als <bdi>{email}</bdi>',
  disconnect: 'Trennen',
  'disconnect-email': 'Trennen<hidden>: <bdi>{email}</bdi></hidden>',
  'no-connections': 'Es gibt keine.',
  'connect-with': 'Mit <bdi>{provider}</bdi> verbinden',
  'no-provider': 'Auf diesem Server ist kein Anbieter eingerichtet, mit dem du dich anmelden könntest.',
  connect: 'Verbinden',
  'connect-with-question': 'Mit <bdi>{provider}</bdi> verbinden?',
  'connect-email':
    'Wer sich dort als <bdi>{email}</bdi> anmelden kann, kann sich dann hier als <bdi>{name}</bdi> anmelden, ohne Passwort und ohne den zweiten Faktor, den du hier vielleicht hast.',
  'connect-somebody':
    'Wer sich dort so anmelden kann wie du gerade, kann sich dann hier als <bdi>{name}</bdi> anmelden, ohne Passwort und ohne den zweiten Faktor, den du hier vielleicht hast.',
  'leave-it': 'Lieber nicht',
  'your-connections': 'Deine Verbindungen',
  'offer-invalid': 'Es gibt nichts (mehr) zu verbinden',
  'offer-invalid-text':
    'Es ist schon erledigt, hat länger als zehn Minuten gedauert oder wurde aus einem anderen Konto begonnen. Beginne noch einmal.',
  'identity-taken': 'Damit meldet sich schon jemand an',
  'identity-taken-text':
    'Es ist mit einem Konto verbunden. Melde dich damit an, um zu sehen, mit welchem, und trenne es zuerst dort.',
  'last-way': 'Das ist dein einziger Zugang',
  'last-way-text':
    'Ohne ihn könntest du dich nicht mehr anmelden. Setze zuerst ein Passwort, und trenne dann die Verbindung.',
  'set-a-password': 'Passwort setzen',
};
