/** Signing in, signing up, setting up, and ways back in. */
export const signIn = {};
