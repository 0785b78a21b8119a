/** Who has had access, and what has changed about it. */
export const audit = {};
