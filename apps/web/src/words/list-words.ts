import type { KnownStep } from '#libs/queries';
import type { Values } from '../locales/index.js';

type ListStep = Extract<KnownStep, { readonly of: 'list' }>;

/** What a text about something that has happened to a list can name. */
export function listValues({ event, before, after }: ListStep, quote: (text: string) => string): Values {
  return {
    name: quote(after.name),
    before: quote((before ?? after).name),
    as: 'as' in event.data ? event.data.as : '',
  };
}
