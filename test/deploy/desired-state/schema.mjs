import { z } from 'zod';

const texts = z.record(z.string(), z.string());

const release = z.strictObject({
  namespace: z.string(),
  enabled: z.literal(true),
  chart: z.string(),
  version: z.string(),
  valuesFile: z.string().optional(),
  valuesFiles: z.array(z.string()).optional(),
  secretsFile: z.string().optional(),
  setString: texts.optional(),
  priority: z.int().max(0),
  wait: z.boolean().optional(),
  timeout: z.int().positive().optional(),
  hooks: z.strictObject({ postInstall: z.string(), postUpgrade: z.string() }).optional(),
});

/**
 * What we say to helmsman, in its words (its schema.json has more of them). helmsman overlooks a key that it does not know;
 * this does not.
 */
export const stateSchema = z.strictObject({
  context: z.string(),
  metadata: texts.optional(),
  settings: z.strictObject({ globalMaxHistory: z.int().positive(), reverseDelete: z.literal(true) }),
  helmRepos: z.record(z.string(), z.url({ protocol: /^https?$/ })),
  namespaces: z.record(
    z.string(),
    z.strictObject({
      labels: z.strictObject({
        'pod-security.kubernetes.io/enforce': z.enum(['privileged', 'baseline', 'restricted']),
      }),
    }),
  ),
  apps: z.record(z.string(), release),
});
