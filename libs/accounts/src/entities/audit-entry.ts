import { defineEntity, p } from '@mikro-orm/core';

/** Something that happened to the access to the app, never to what is in it. Nobody changes or removes one. */
export const auditEntries = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entries',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime().onCreate(() => new Date()),
    what: p.text(),
    /** Who did it; null if that is not known. */
    actorId: p.uuid().nullable(),
    /** Whom it was done to. */
    accountId: p.uuid().nullable(),
    workspaceId: p.uuid().nullable(),
    address: p.text().nullable(),
    details: p.json().$type<Readonly<Record<string, string>>>(),
  },
});
