/** What letters do, as their help says it. Only scripts say it: see `scripts`. */
export const keys = {};
