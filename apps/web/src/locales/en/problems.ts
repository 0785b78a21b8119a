/** What went wrong, on a page of its own. */
export const problems = {};
