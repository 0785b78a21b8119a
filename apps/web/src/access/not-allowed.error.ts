import { HttpStatus } from '@nestjs/common';
import { ToldError } from '../http/told.error.js';

/** It is known who asks, and they may not do it. */
export class NotAllowedError extends ToldError {
  constructor(why: 'only-owners' | 'only-to-look' | 'not-with-a-token' | 'token-only-reads') {
    super(HttpStatus.FORBIDDEN, `access.${why}`);
  }
}
