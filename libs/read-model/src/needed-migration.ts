/** The last migration that this version cannot do without; a test holds it against the list of migrations. */
export const NEEDED_MIGRATION = 'Migration20261127000007_ParkedByPostgresql';
