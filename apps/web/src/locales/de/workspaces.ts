import type { Messages } from '../catalogue.js';

export const workspaces: Messages['workspaces'] = {
  'your-workspaces': 'Deine Arbeitsbereiche',
  about:
    'Ein Arbeitsbereich ist ein Haushalt, ein Team oder nur für dich. Wer darin ist, sieht alle seine Listen, und sonst niemand.',
  'to-members': 'Mitglieder<hidden> von <bdi>{name}</bdi></hidden>',
  none: 'Du bist in keinem Arbeitsbereich. Lege einen an, oder bitte jemanden, dich einzuladen.',
  new: 'Ein neuer Arbeitsbereich',
  name: 'Name',
  'name-hint': 'Wie ihn seine Mitglieder nennen, zum Beispiel Zuhause oder Gartenverein.',
  create: 'Arbeitsbereich anlegen',

  'members-of': 'Mitglieder von <bdi>{name}</bdi>',
  'members-title': 'Mitglieder von {name}',
  you: '<bdi>{name}</bdi> (du)',
  'role-of': 'Rolle von <bdi>{name}</bdi>',
  'change-role': 'Rolle ändern<hidden>: <bdi>{name}</bdi></hidden>',
  remove: 'Entfernen<hidden>: <bdi>{name}</bdi></hidden>',
  'role-owner': 'Inhaber:in',
  'role-member': 'Mitglied',
  'role-viewer': 'Nur lesen',
  'owner-may': 'Inhaber:in: alles, auch wer Mitglied ist',
  'member-may': 'Mitglied: alles mit Listen und Aufgaben',
  'viewer-may': 'Nur lesen: sieht alles, ändert nichts',

  invite: 'Jemanden einladen',
  'sent-to': 'Die Einladung wird gerade an <bdi>{address}</bdi> geschickt.',
  'copy-link':
    'Kopiere diesen Link jetzt, und gib ihn der Person, die du einlädst. Er wird nur dieses eine Mal gezeigt.',
  'they-become': 'Rolle',
  'link-is-good-for': 'Der Link gilt',
  days: '{count, plural, one {# Tag} other {# Tage}}',
  'lets-in': 'Er gilt für',
  'one-person': 'Eine Person',
  everybody: 'Alle, die ihn haben',
  email: 'E-Mail-Adresse',
  'email-hint': 'Kann leer bleiben. In der Liste unten steht dann, für wen ein Link ist.',
  'make-link': 'Link erstellen',
  'open-invitations': 'Offene Einladungen',
  'role-for': '{role} für <bdi>{email}</bdi>',
  'for-one': 'von <bdi>{inviter}</bdi>, bis {date}, für eine Person',
  'for-many': 'von <bdi>{inviter}</bdi>, bis {date}, {uses, plural, one {#-mal} other {#-mal}} benutzt',
  withdraw: 'Zurückziehen<hidden>: diese Einladung</hidden>',

  'this-workspace': 'Dieser Arbeitsbereich',
  'name-of-workspace': 'Name des Arbeitsbereichs',
  rename: 'Umbenennen',
  leave: 'Diesen Arbeitsbereich verlassen',
  'to-access': 'Was mit dem Zugang geschehen ist',
  'to-erase': 'Diesen Arbeitsbereich löschen',

  erase: '<bdi>{name}</bdi> löschen',
  'erase-title': '{name} löschen',
  'about-erasing':
    'Das nimmt den Arbeitsbereich allen seinen Mitgliedern, mit jeder Liste, jeder Aufgabe und ihrem Verlauf, für immer. Nichts bringt ihn zurück, außer einer Sicherung der ganzen Installation.',
  download: 'Vorher alles herunterladen, was darin ist',
  'type-name': 'Tippe den Namen des Arbeitsbereichs',
  'another-name': 'So heißt dieser Arbeitsbereich nicht. Tippe den Namen so, wie er oben steht.',
  'erase-for-good': 'Endgültig löschen',
  keep: 'Behalten',

  invitation: 'Einladung',
  'lets-nobody-in': 'Diese Einladung lässt niemanden herein',
  'invited-to': 'Du bist zu <bdi>{name}</bdi> eingeladen',
  'in-already':
    'Du bist schon dabei: Die Einladung ändert für dich nichts und gilt weiter für jemand anders.',
  'to-its-lists': 'Zu seinen Listen',
  'invited-by':
    '<bdi>{inviter}</bdi> lädt dich ein, die Listen dieses Arbeitsbereichs zu teilen. {role, select, owner {Er gehört dann auch dir: Du kannst alles und entscheidest, wer Mitglied ist} member {Du wirst Mitglied und kannst alles mit Listen und Aufgaben} other {Du kannst dir alles ansehen und nichts ändern}}.',
  'signed-in-as': 'Du bist als <bdi>{name}</bdi> angemeldet.',
  join: 'Mitmachen',
  'sign-in-to-join': 'Anmelden und mitmachen',
  'or-make-account': 'Oder lege ein Konto an',
  'create-account-and-join': 'Konto anlegen und mitmachen',

  'sign-up': 'Ein Konto anlegen',
  'about-sign-up':
    'Du bekommst einen eigenen Arbeitsbereich, den sonst niemand sieht, wenn du niemanden einlädst.',
  'have-one-already': 'Du hast schon eines? <signIn>Melde dich an</signIn>',

  'mail-subject': 'Eine Einladung in einen gemeinsamen Arbeitsbereich',
  'mail-from':
    '{who} möchte die Listen von {workspace} mit dir teilen. In der Einladung steht mehr, und sie wartet auf dein Ja:',
  'mail-unknown': 'Wenn du nicht weißt, worum es geht, tu nichts: Dann geschieht auch nichts.',

  'name-changed':
    'Dieser Arbeitsbereich heißt anders als auf der Seite, auf der du geschrieben hast. Wähle, was bleibt.',
  'name-empty': 'Gib dem Arbeitsbereich einen Namen.',
  'name-too-long': 'Das ist zu lang für einen Namen. Kürze ihn.',
  'name-not-text': 'Ein Name ist eine Zeile Text. Nimm Zeilenumbrüche und andere unsichtbare Zeichen heraus.',
  'not-an-owner': 'Dieser Arbeitsbereich gehört dir nicht mehr. Es hat sich nichts geändert.',
  'last-owner':
    'Ein Arbeitsbereich muss jemandem gehören, und es gibt sonst niemanden. Übergib ihn zuerst jemand anderem, oder lösche ihn.',
  'invitation-unknown':
    'Diese Einladung gibt es nicht. Sieh nach, ob der Link ganz kopiert ist, oder bitte um eine andere.',
  'invitation-expired':
    'Diese Einladung ist zu alt. Bitte um eine neue, und zwar die Person, die dich eingeladen hat.',
  'invitation-used':
    'Diese Einladung wurde schon benutzt. Wenn du das warst, bist du Mitglied: Melde dich an. Sonst bitte um eine neue, und zwar die Person, die dich eingeladen hat.',
  'invitation-revoked':
    'Diese Einladung wurde zurückgezogen. Frag die Person, die dich eingeladen hat, ob das so gemeint war.',
  'email-invalid': 'Das ist keine E-Mail-Adresse. Schreib sie so: ben@example.org',
  'mailed-too-often':
    'Es wurden vorerst genug Mails verschickt. Warte {duration}, oder lass die Adresse leer und gib den Link selbst weiter.',

  'said-role-changed': 'Die Rolle ist geändert.',
  'said-removed': 'Diese Person ist kein Mitglied mehr.',
  'said-renamed': 'Der Arbeitsbereich hat seinen neuen Namen.',
  'said-revoked': 'Diese Einladung lässt niemanden mehr herein.',
  'said-left': 'Du hast den Arbeitsbereich verlassen.',
  'said-erased':
    'Der Arbeitsbereich ist für alle weg. Was darin war, wird jetzt gelöscht; in Sicherungen von vorher ist es noch enthalten.',
  'said-gone':
    'Du bist nicht mehr in diesem Arbeitsbereich: Jemand hat ihn gerade gelöscht oder dich entfernt.',
  'said-member-already': 'Du bist schon Mitglied dieses Arbeitsbereichs. Es hat sich nichts geändert.',
};
