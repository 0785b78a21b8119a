import { defineEntity, p } from '@mikro-orm/core';

/** The one that the browser asks for, or one of BCP 47 in which there are texts. */
export const LANGUAGES = ['browser', 'en', 'de'] as const;

export const THEMES = ['system', 'light', 'dark'] as const;

/** Somebody who uses the app. */
export const accounts = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    /** As it was typed; two that differ in capitals only are the same. */
    email: p.text(),
    /** Null for somebody who signs in otherwise. */
    passwordHash: p.text().nullable(),
    /** Looks after the whole installation, not only after a workspace. */
    isInstanceOwner: p.boolean(),
    language: p.text().$type<(typeof LANGUAGES)[number]>(),
    /** Of the IANA database. */
    timeZone: p.text(),
    /** Otherwise it may be taken from their browser. */
    timeZoneChosen: p.boolean().default(false),
    /** Of the week, as ISO 8601 counts: 1 is Monday. */
    firstDay: p.smallint(),
    theme: p.text().$type<(typeof THEMES)[number]>(),
    /** Whether single letters are shortcuts. */
    letterKeys: p.boolean(),
    /** Whether others see that they look at a list. */
    showsPresence: p.boolean(),
    createdAt: p.datetime().onCreate(() => new Date()),
    disabledAt: p.datetime().nullable(),
  },
});
