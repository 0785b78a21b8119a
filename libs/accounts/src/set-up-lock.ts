/** Makes those wait who would create the first account at the same time, until its transaction ends. 1735549538 is 'garb'. */
export const SET_UP_LOCK = `select pg_advisory_xact_lock(1735549538, 64)`;
