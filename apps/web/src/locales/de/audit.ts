import type { Messages } from '../catalogue.js';

/** `who` is in the nominative, `whom` and `whose` are in the dative. None of them ends a sentence: they may end with a comma. */
export const audit: Messages['audit'] = {
  'account-title': 'Zugang zu deinem Konto',
  'about-account':
    'Was du und andere daran getan haben. Wenn etwas dabei ist, das nicht du warst, ändere dein Passwort. Zeiten in {zone}.',
  'workspace-title': 'Zugang zu diesem Arbeitsbereich',
  'workspace-heading': 'Zugang zu „<bdi>{name}</bdi>“',
  'about-workspace':
    'Wer hereingelassen wurde, und von wem. Nur Inhaber des Arbeitsbereichs sehen das. Zeiten in {zone}.',
  from: 'von <bdi>{address}</bdi>',
  'nothing-further': 'Nichts weiter',
  'seen-all': 'Du hast alles gesehen.',
  'nothing-so-far': 'Bisher nichts',
  'is-listed-here': 'Wer hereingelassen wird oder es versucht, steht hier.',
  'back-to-members': 'Zurück zu den Mitgliedern',
  pages: 'Seiten',
  newest: 'Zurück zum Neuesten',
  older: 'Älteres',

  'did-instance-set-up': '{who, select, you {Du hast} other {{who} hat}} diese Installation eingerichtet.',
  'did-account-created': '{whose, select, you {Dein Konto} other {Das Konto von {whose}}} wurde angelegt.',
  'did-signed-in': '{who, select, you {Du hast dich} other {{who} hat sich}} angemeldet.',
  'did-sign-in-failed':
    'Jemand wollte sich mit {whose, select, you {deinem Konto} other {dem Konto von {whose}}} anmelden und wurde abgewiesen.',
  'did-signed-out': '{who, select, you {Du hast dich} other {{who} hat sich}} abgemeldet.',
  'did-account-link-created':
    '{who, select, you {Du hast} other {{who} hat}} einen Link erzeugt, der das Passwort {whose, select, you {deines Kontos} other {des Kontos von {whose}}} setzt.',
  'did-account-disabled':
    '{who, select, you {Du hast} other {{who} hat}} {whose, select, you {dein Konto} other {das Konto von {whose}}} gesperrt.',
  'did-account-enabled':
    '{who, select, you {Du hast} other {{who} hat}} {whose, select, you {dein Konto} other {das Konto von {whose}}} wieder freigegeben.',
  'did-account-deleted': '{whose, select, you {Dein Konto} other {Das Konto von {whose}}} wurde gelöscht.',
  'did-token-created':
    '{who, select, you {Du hast} other {{who} hat}} ein Token für ein Programm erzeugt{access, select, write {, das lesen und schreiben darf} read {, das lesen darf} other {}}.',
  'did-backup-made': '{who, select, you {Du hast} other {{who} hat}} eine Sicherung von allem angelegt.',
  'did-backup-restored': '{who, select, you {Du hast} other {{who} hat}} eine Sicherung zurückgespielt.',
  'did-token-revoked': '{who, select, you {Du hast} other {{who} hat}} ein Token zurückgenommen.',
  'did-reset-link-made':
    'Ein Link wurde erzeugt, der das Passwort {whose, select, you {deines Kontos} other {des Kontos von {whose}}} setzt.',
  'did-password-reset':
    'Das Passwort {whose, select, you {deines Kontos} other {des Kontos von {whose}}} wurde mit einem Link gesetzt.',
  'did-email-change-asked':
    '{who, select, you {Du hast} other {{who} hat}} eine andere E-Mail-Adresse angegeben.',
  'did-email-changed': '{who, select, you {Du hast} other {{who} hat}} die E-Mail-Adresse geändert.',
  'did-identity-connected':
    '{who, select, you {Du hast} other {{who} hat}} eine Anmeldung bei einem Anbieter verbunden.',
  'did-identity-disconnected':
    '{who, select, you {Du hast} other {{who} hat}} eine Anmeldung bei einem Anbieter getrennt.',
  'did-instance-owner-made':
    '{who, select, you {Du hast} other {{who} hat}} {whom} die Verwaltung dieser Installation übertragen.',
  'did-workspace-created': '{who, select, you {Du hast} other {{who} hat}} den Arbeitsbereich angelegt.',
  'did-workspace-renamed':
    '{who, select, you {Du hast} other {{who} hat}} dem Arbeitsbereich einen anderen Namen gegeben.',
  'did-workspace-exported':
    '{who, select, you {Du hast} other {{who} hat}} alles heruntergeladen, was im Arbeitsbereich ist.',
  'did-workspace-erased': '{who, select, you {Du hast} other {{who} hat}} den Arbeitsbereich gelöscht.',
  'did-role-changed':
    '{who, select, you {Du hast} other {{who} hat}} {whom} {role, select, owner {die Rolle „Inhaber“} member {die Rolle „Mitglied“} viewer {die Rolle „Nur lesen“} other {eine andere Rolle im Arbeitsbereich}} gegeben{was, select, owner {; vorher {whose, select, you {hattest du} other {war es}} „Inhaber“} member {; vorher {whose, select, you {hattest du} other {war es}} „Mitglied“} viewer {; vorher {whose, select, you {hattest du} other {war es}} „Nur lesen“} other {}}.',
  'did-member-removed':
    '{who, select, you {Du hast} other {{who} hat}} {whom} den Zugang zum Arbeitsbereich entzogen{was, select, owner {; {whose, select, you {deine} other {die}} Rolle war „Inhaber“} member {; {whose, select, you {deine} other {die}} Rolle war „Mitglied“} viewer {; {whose, select, you {deine} other {die}} Rolle war „Nur lesen“} other {}}.',
  'did-member-left': '{who, select, you {Du hast} other {{who} hat}} den Arbeitsbereich verlassen.',
  'did-invitation-created':
    '{who, select, you {Du hast} other {{who} hat}} eine Einladung erzeugt{role, select, owner { für {uses, select, many {alle, die sie haben} other {eine Person}}, mit der Rolle „Inhaber“} member { für {uses, select, many {alle, die sie haben} other {eine Person}}, mit der Rolle „Mitglied“} viewer { für {uses, select, many {alle, die sie haben} other {eine Person}}, mit der Rolle „Nur lesen“} other {}}.',
  'did-invitation-revoked': '{who, select, you {Du hast} other {{who} hat}} eine Einladung zurückgenommen.',
  'did-invitation-accepted':
    '{who, select, you {Du bist} other {{who} ist}} mit einer Einladung beigetreten{role, select, owner {, mit der Rolle „Inhaber“} member {, mit der Rolle „Mitglied“} viewer {, mit der Rolle „Nur lesen“} other {}}.',
  'did-session-ended':
    '{who, select, you {Du hast dich} other {{who} hat sich}} in einem Browser abgemeldet.',
  'did-other-sessions-ended':
    '{who, select, you {Du hast dich} other {{who} hat sich}} überall sonst abgemeldet.',
  'did-password-set': '{who, select, you {Du hast} other {{who} hat}} ein Passwort gesetzt.',
  'did-password-changed': '{who, select, you {Du hast} other {{who} hat}} das Passwort geändert.',
  'did-password-wrong':
    'Ein falsches Passwort wurde eingegeben, um etwas an {whose, select, you {deinem Konto} other {dem Konto von {whose}}} zu ändern.',
  'did-second-factor-on': '{who, select, you {Du hast} other {{who} hat}} den zweiten Faktor eingeschaltet.',
  'did-second-factor-off': '{who, select, you {Du hast} other {{who} hat}} den zweiten Faktor ausgeschaltet.',
  'did-second-factor-wrong':
    'Ein falscher Code wurde eingegeben, um sich mit {whose, select, you {deinem Konto} other {dem Konto von {whose}}} anzumelden.',
  'did-recovery-code-used': '{who, select, you {Du hast} other {{who} hat}} einen Ersatzcode benutzt.',
  'did-recovery-codes-made': '{who, select, you {Du hast} other {{who} hat}} neue Ersatzcodes erzeugt.',
  'did-passkey-added': '{who, select, you {Du hast} other {{who} hat}} einen Passkey hinzugefügt.',
  'did-passkey-removed': '{who, select, you {Du hast} other {{who} hat}} einen Passkey entfernt.',
  'did-passkey-used': '{who, select, you {Du hast} other {{who} hat}} einen Passkey benutzt.',
  unknown: 'Etwas, das diese Version der App nicht lesen kann ({what}).',

  'who-left': 'Jemand, der nicht mehr da ist,',
  'who-runs-it': 'Wer diesen Server betreibt,',
  'who-unknown': 'Jemand',
  'whom-you': 'dir',
  'whom-yourself': 'dir selbst',
  'whom-themselves': 'sich selbst',
  'whom-left': 'jemandem, der nicht mehr da ist,',
};
