import type { Messages } from '../catalogue.js';

export const mails: Messages['mails'] = {
  'not-you': 'Wenn du das nicht angefordert hast, tu nichts: Es ändert sich nichts.',
  reset: 'Setze ein neues Passwort',
  'reset-asked':
    'Jemand, wahrscheinlich du, hat ein neues Passwort für dein Konto angefordert. Wähle es hier:',
  'reset-link':
    'Der Link gilt einmal und eine Stunde lang. Er beendet alles, was bisher in dein Konto führt: Sitzungen, Token, Passkeys und Verbindungen.',

  'was-reset': 'Dein Passwort wurde neu gesetzt',
  'was-reset-by-link':
    'Jemand, wahrscheinlich du, hat mit einem Link ein neues Passwort für dein Konto gesetzt. Wer vorher hineinkam, kommt nicht mehr hinein. Beendet wurden:',
  'ended-sessions': '{number, plural, one {# Sitzung} other {# Sitzungen}}',
  'ended-tokens': '{number, plural, one {# Token} other {# Token}}',
  'ended-passkeys': '{number, plural, one {# Passkey} other {# Passkeys}}',
  'ended-connections': '{number, plural, one {# Verbindung} other {# Verbindungen}}',
  'ended-invitations': '{number, plural, one {# Einladung} other {# Einladungen}}',
  'after-reset':
    'Programme, die in deinem Namen gefragt haben, brauchen neue Token, und Passkeys und Verbindungen musst du noch einmal hinzufügen. Ein zweiter Faktor bleibt, wie er war.',
  'look-at-members':
    'Sieh dir auch die Mitglieder deiner Arbeitsbereiche an: Vielleicht hat jemand andere hereingelassen.',
  'was-reset-not-you':
    'Wenn du das nicht warst, liest jemand deine Mails oder betreibt den Server: Behebe zuerst das, und setze dann ein anderes Passwort:',

  confirm: 'Bestätige deine neue E-Mail-Adresse',
  'confirm-here':
    'Diese Adresse wurde für ein Konto angegeben. Wenn du das warst, bestätige sie hier, in dem Browser, in dem du angemeldet bist:',
  'confirm-link':
    'Der Link gilt einmal und eine Stunde lang. Wenn du das nicht angefordert hast, tu nichts: Es ändert sich nichts.',

  'have-one': 'Du hast schon ein Konto',
  'have-one-already':
    'Jemand, wahrscheinlich du, wollte mit dieser Adresse ein Konto anlegen. Es gibt schon eines, darum hat sich nichts geändert: Melde dich damit an.',
  'have-one-forgotten': 'Wenn du sein Passwort vergessen hast, wähle hier ein anderes:',

  taken: 'Deine E-Mail-Adresse wurde für ein anderes Konto angegeben',
  'taken-already':
    'Jemand möchte diese Adresse für sein Konto benutzen. Du hast schon ein Konto mit ihr, darum hat sich nichts geändert.',
  'taken-by-you':
    'Wenn du das warst: Eine Adresse gehört zu einem Konto. Melde dich mit dem an, das du mit ihr hast.',

  'change-asked': 'Deine E-Mail-Adresse soll geändert werden',
  'change-asked-by':
    'Jemand, der dein Passwort kennt, hat eine andere E-Mail-Adresse für dein Konto angegeben.',
  'change-asked-by-you':
    'Wenn du das warst, bestätige sie mit der Mail, die an die neue Adresse gegangen ist.',
  'change-asked-not-you':
    'Wenn du das nicht warst, setze sofort ein neues Passwort. Das meldet alle ab und verhindert die Änderung:',
  'report-change':
    'Melde es, indem du auf diese Mail antwortest: Wer den Server betreibt, kann nachsehen, was geschehen ist.',

  changed: 'Deine E-Mail-Adresse wurde geändert',
  'changed-from-this':
    'Dein Konto hat jetzt eine andere E-Mail-Adresse. An diese hier wird nichts mehr darüber geschickt.',
  'changed-not-you':
    'Wenn du das nicht warst, melde es, indem du auf diese Mail antwortest: Wer den Server betreibt, kann dir dein Konto zurückgeben.',
};
