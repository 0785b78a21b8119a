/** The newest migration that this version needs. A test checks that it is in the list of migrations. */
export const NEEDED_MIGRATION = 'Migration20261127000007_ParkedByPostgresql';
