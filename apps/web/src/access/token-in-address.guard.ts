import { HttpStatus, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { TOKEN_PREFIX } from '#libs/accounts';
import { ToldError } from '../http/told.error.js';

/** What programs that send tokens in addresses call them. */
const NAMES: ReadonlySet<string> = new Set(['token', 'access_token', 'api_token', 'api_key', 'key']);

const WHOLE = new RegExp(`^${TOKEN_PREFIX}[\\w-]{43}$`);

/** Refuses tokens in addresses, also where nobody would look at them: whoever sends one there should hear of it. */
@Injectable()
export class TokenInAddressGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const fields: [string, unknown][] = Object.entries(query ?? {});
    if (fields.some(([name, value]) => [value].flat().some((text) => isToken(name, text))))
      throw new ToldError(HttpStatus.BAD_REQUEST, 'access.token-in-address');
    return true;
  }
}

function isToken(name: string, text: unknown): boolean {
  if (typeof text !== 'string') return false;
  return WHOLE.test(text) || (NAMES.has(name.toLowerCase()) && text.startsWith(TOKEN_PREFIX));
}
