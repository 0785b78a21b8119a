/** So much is asked about the past that this question had to be turned away. */
export class TooBusyError extends Error {
  override readonly message = 'Too many questions about the past are waiting';
}
