import { z } from 'zod';
import { ShownOnce } from '../people/shown-once.js';

/** The link of an invitation that has just been made, and whom it was sent to. */
export const newLinkOnce = new ShownOnce(
  'invitation',
  z.object({ newLink: z.string(), sentTo: z.string().optional() }),
);
