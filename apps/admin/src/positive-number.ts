import { UsageError } from './exit-code.js';

export function positiveNumber(flag: string, value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value))
    throw new UsageError(`${flag} must be a number from 1 on, not ${value}.`);
  return Number(value);
}
