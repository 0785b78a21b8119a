/** Histories, lists as they were, and taking things back. */
export const past = {};
