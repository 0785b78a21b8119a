import { HttpStatus } from '@nestjs/common';
import { ToldError } from '../http/told.error.js';

/** A program has to show a token, or another one. */
export class TokenNeededError extends ToldError {
  /** The header WWW-Authenticate, of RFC 6750. */
  readonly challenge: string;

  constructor({ isRefused }: { readonly isRefused: boolean }) {
    super(HttpStatus.UNAUTHORIZED, isRefused ? 'access.token-refused' : 'access.token-needed');
    this.challenge = isRefused ? 'Bearer error="invalid_token"' : 'Bearer';
  }
}
