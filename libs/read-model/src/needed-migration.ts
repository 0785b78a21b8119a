/** The newest migration that this version needs. A test checks that it is the last one in the list. */
export const NEEDED_MIGRATION = 'Migration20261128000031_AppendTogether';
