/** Passwords, passkeys, second factors, sessions and connections. */
export const credentials = {};
