import { AsyncLocalStorage } from 'node:async_hooks';

const addresses = new AsyncLocalStorage<string>();

/** Does something for who asks from an address of the network: whatever is recorded of it has that address. */
export function askedFrom<Result>(address: string, work: () => Result): Result {
  return addresses.run(address, work);
}

/** Undefined where nobody has asked over the network: for commands. */
export const presentAddress = (): string | undefined => addresses.getStore();
