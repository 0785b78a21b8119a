/** Why something may not be done. */
export const access = {};
