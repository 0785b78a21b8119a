/** What PostgreSQL does not take, or not unchanged: NUL, and surrogates that are alone. */
export const isText = (value: string): boolean => value.isWellFormed() && !value.includes('\0');
