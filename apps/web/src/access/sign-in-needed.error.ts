/** Nobody is signed in where somebody has to be. */
export class SignInNeededError extends Error {
  /** @param at the page on which they can be: a path inside the app */
  constructor(readonly at: '/sign-in' | '/setup') {
    super('Nobody is signed in');
  }
}
