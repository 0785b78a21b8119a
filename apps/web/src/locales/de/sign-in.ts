import type { Messages } from '../catalogue.js';

export const signIn: Messages['signIn'] = {
  'sign-in': 'Anmelden',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  late: 'Jemand anderes war schneller und hat das erste Konto angelegt. Wenn du das warst, melde dich an; sonst bitte um eine Einladung.',
  'signed-up':
    'Zu dieser Adresse gibt es jetzt ein Konto: Melde dich mit seinem Passwort an. Wenn du schon eines hattest, gilt dein altes Passwort.',
  'again-code':
    'Gib dein Passwort noch einmal ein: Der Code hat zu lange gedauert, oder zu viele Codes waren falsch.',
  'again-passkey':
    'Dieser Passkey hat nicht funktioniert: Er ist hier nicht (mehr) bekannt, oder es hat länger als 5 Minuten gedauert. Versuche es noch einmal, oder gib dein Passwort ein.',
  'was-reset':
    'Dein neues Passwort ist gesetzt, und nichts anderes führt mehr in dein Konto: Sitzungen, Token, Passkeys und Verbindungen sind beendet, Einladungen zurückgezogen. Melde dich mit dem neuen Passwort an, und sieh dir die Mitglieder deiner Arbeitsbereiche an.',
  refused:
    'Es gibt kein Konto mit dieser Adresse und diesem Passwort. Prüfe beides, und versuche es noch einmal.',
  'too-many-tries': 'Zu viele Versuche. Warte {duration}, und versuche es noch einmal.',
  'too-often': 'Das war fürs Erste oft genug. Warte {duration}, und versuche es noch einmal.',
  'forgotten-yours': 'Passwort vergessen?',
  'with-passkey': 'Mit einem Passkey anmelden',
  'no-passkey-used': 'Es wurde kein Passkey benutzt. Versuche es noch einmal, oder gib dein Passwort ein.',
  'continue-with': 'Weiter mit <bdi>{provider}</bdi>',
  'no-account-yet': 'Noch kein Konto? <create>Lege eines an</create>',

  code: 'Code',
  'code-hint': 'Der Code, den die App auf deinem Telefon gerade zeigt, oder einer deiner Ersatzcodes.',
  'begin-again': 'Von vorn beginnen',

  welcome: 'Willkommen',
  'welcome-here': 'Willkommen bei Garbanzo',
  'first-account':
    'Noch hat hier niemand ein Konto. Das erste gehört dir, und ihm gehören diese Installation und alles darin.',
  'set-up': 'Einrichten',
  'set-up-token': 'Token zum Einrichten',
  'set-up-token-hint': 'Wer diesen Server betreibt, hat es: die Variable SETUP_TOKEN.',
  'set-up-token-wrong': 'Das ist ein anderes Token. Kopiere es aus der Variable SETUP_TOKEN des Servers.',
  'your-name': 'Dein Name',
  'email-hint': 'Um dich anzumelden. Jetzt wird nichts dorthin geschickt.',
  'new-password-hint': 'Mindestens 8 Zeichen. Ein paar Wörter sind leicht zu merken.',
  'time-zone': 'Zeitzone',
  'create-account': 'Konto anlegen',

  'forgotten-title': 'Passwort vergessen',
  'link-sent':
    'Wenn es zu dieser Adresse ein Konto gibt, ist eine Mail mit einem Link dorthin unterwegs. Der Link gilt einmal und eine Stunde lang. Keine Mail? Sieh bei den unerwünschten nach, oder frage in ein paar Minuten noch einmal.',
  'link-by-mail': 'Du bekommst eine Mail mit einem Link, mit dem du ein neues Passwort wählst.',
  'forgotten-email-hint': 'Die, mit der du dich anmeldest.',
  'send-link': 'Link schicken',
  'no-mails':
    'Dieser Server verschickt keine Mails. Bitte um einen Link, wer auch immer ihn betreibt: Der Befehl <code>garbanzo account link</code> mit deiner E-Mail-Adresse dahinter erzeugt einen. Er gilt einmal und eine Stunde lang.',
  'back-to-sign-in': 'Zurück zum Anmelden',

  'new-password': 'Neues Passwort',
  'choose-password': 'Wähle ein neues Passwort',
  'reset-ends':
    'Es beendet alles, was bisher in dein Konto führt: Du wirst überall abgemeldet, Token, Passkeys und Verbindungen zu anderen Konten werden entfernt, und deine Einladungen werden zurückgezogen. Ein zweiter Faktor bleibt. Danach meldest du dich mit dem neuen Passwort an.',
  'set-new-password': 'Neues Passwort setzen',
  'link-invalid': 'Dieser Link gilt nicht (mehr)',
  'reset-link-invalid':
    'Jeder Link gilt einmal und eine Stunde lang, und die neuesten Änderungen beenden die älteren. Fordere einen neuen an.',
  'another-link': 'Neuen Link anfordern',

  'provider-away': '{provider} antwortet nicht',
  'provider-away-text':
    'Mit deinem Konto ist alles in Ordnung. Versuche es gleich noch einmal, oder melde dich anders an.',
  'provider-refused': '{provider} hat dich nicht hereingelassen',
  'provider-refused-text':
    'Die Anmeldung wurde abgebrochen, von dir oder dort. Beginne noch einmal, oder melde dich anders an.',
  'flow-invalid': 'Das hat nicht geklappt',
  'flow-invalid-text':
    'Es wurde in einem anderen Browser begonnen, ist schon erledigt oder hat länger als zehn Minuten gedauert. Beginne noch einmal.',
  'begun-too-often': 'Von dort, wo du bist, melden sich gerade viele Leute an',
  'not-signed-in': 'Du bist nicht angemeldet',
  'identity-disabled': 'Dein Konto ist gesperrt. Frage nach, wer diesen Server betreibt.',
  'identity-sign-in-first':
    'Das Konto mit deiner E-Mail-Adresse ist nicht damit verbunden. Melde dich zuerst an, und verbinde es dann unter „Konto“.',
  'identity-no-sign-up':
    'Hier ist kein Konto damit verbunden. Bitte um eine Einladung; oder melde dich, wenn du ein Konto hast, damit an, und verbinde es dann unter „Konto“.',
  'identity-email-not-verified':
    'Du hast hier kein Konto, und es kann keines angelegt werden, weil deine E-Mail-Adresse nicht bestätigt ist. Lass sie dort bestätigen.',
  'identity-set-up-first': 'Noch hat hier niemand ein Konto. Das erste wird mit einem Passwort angelegt.',
};
