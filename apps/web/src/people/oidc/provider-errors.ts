import { isNativeError } from 'node:util/types';

/** The provider does not answer, or not as a provider. */
export class ProviderAwayError extends Error {
  constructor(cause: unknown) {
    super('The OpenID Connect provider is away', { cause });
  }
}

/** The provider did not let somebody in, or somebody has tampered with what it said. */
export class ProviderRefusedError extends Error {
  constructor(cause: unknown) {
    super('The OpenID Connect provider has not said who somebody is', { cause });
  }
}

/** Whether an error says that nothing was heard: the network, a time limit, or a server that fails. */
export function isAway(error: unknown): boolean {
  if (error instanceof Response) return error.status >= 500;
  if (!isNativeError(error)) return false;
  const isSilence = error.name === 'TimeoutError' || error.message === 'fetch failed';
  return isSilence || isAway(error.cause);
}
