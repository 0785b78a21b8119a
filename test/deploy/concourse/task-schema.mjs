import { z } from 'zod';

const folder = z.strictObject({ name: z.string(), path: z.string().optional() });

/** What a task may say, as in Concourse's documentation: fly overlooks a key of a task that it does not know. */
export const taskSchema = z.strictObject({
  platform: z.literal('linux'),
  image_resource: z.strictObject({ type: z.string(), source: z.record(z.string(), z.string()) }).optional(),
  inputs: z.array(folder.extend({ optional: z.boolean().optional() })),
  outputs: z.array(folder).optional(),
  caches: z.array(z.strictObject({ path: z.string() })).optional(),
  params: z.record(z.string(), z.string().nullable()).optional(),
  run: z.strictObject({
    path: z.string(),
    args: z.array(z.string()).optional(),
    dir: z.string().optional(),
    user: z.string().optional(),
  }),
});
