import { z } from 'zod';

/** What an address may say beside where the server is and who logs in: how it is encrypted, and further settings. */
const PARAMETERS = [
  'host',
  'options',
  'port',
  'ssl',
  'sslcert',
  'sslkey',
  'sslmode',
  'sslnegotiation',
  'sslrootcert',
  'uselibpqcompat',
];

/** An address of a database. Every parameter that it has is used: one that would be set aside is refused by its name. */
export const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' })
  .refine((text) => !/\s/.test(text), 'must not have spaces or line breaks')
  .refine(
    (text) => /^\w+:\/\/[^/?#]*\/[^/?#]+/.test(text),
    'must name a database: postgresql://host/database',
  )
  .superRefine((text, context) => {
    for (const name of parametersOf(text).filter((parameter) => !PARAMETERS.includes(parameter))) {
      context.addIssue(`must not say ?${name}=: Garbanzo takes ${PARAMETERS.join(', ')}`);
    }
  });

function parametersOf(text: string): string[] {
  return URL.canParse(text) ? [...new URL(text).searchParams.keys()] : [];
}

/**
 * Takes the options out of an address. The client would let them win over ours, all of ours at once; sent before ours,
 * they hold for everything that we say nothing about.
 */
export function withoutOptions(url: string): { readonly address: string; readonly options: string } {
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options') ?? '';
  parsed.searchParams.delete('options');
  return { address: options === '' ? url : parsed.href, options };
}
