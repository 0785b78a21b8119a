/** What somebody changes about themselves. */
export const account = {};
