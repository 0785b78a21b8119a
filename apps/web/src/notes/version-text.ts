import { z } from 'zod';

/** The version of an event, as an address and a form say it. */
export const versionText = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
