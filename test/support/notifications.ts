const FROM_LISTENERS = `
  from pg_stat_activity where application_name = 'garbanzo worker listener' and datname = current_database()`;

/** The connections on which workers listen. */
export const LISTENERS = `select pid ${FROM_LISTENERS}`;

/** Makes workers deaf for a second, until they listen again: then only jobs can wake them. */
export const LOSE_NOTIFICATIONS = `select pg_terminate_backend(pid) ${FROM_LISTENERS}`;
