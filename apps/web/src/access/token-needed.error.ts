import { UnauthorizedException } from '@nestjs/common';
import { TOKEN_NEEDED, TOKEN_REFUSED } from './words.js';

/** A program has to show a token, or another one. */
export class TokenNeededError extends UnauthorizedException {
  /** The header WWW-Authenticate, of RFC 6750. */
  readonly challenge: string;

  constructor({ isRefused }: { readonly isRefused: boolean }) {
    super(isRefused ? TOKEN_REFUSED : TOKEN_NEEDED);
    this.challenge = isRefused ? 'Bearer error="invalid_token"' : 'Bearer';
  }
}
