/** More people want their passwords checked or made than can wait for it. */
export class PasswordsBusyError extends Error {
  constructor() {
    super('Too many passwords wait to be reckoned with');
  }
}
