import type { KnownStep, Label } from '#libs/queries';
import { say, type Values } from '../locales/index.js';

type LabelsStep = Extract<KnownStep, { readonly of: 'labels' }>;

/** What a text about something that has happened to a label can name. */
export function labelValues({ event, before, after }: LabelsStep, quote: (text: string) => string): Values {
  const { labelId } = event.data;
  const was = valuesOf((before ?? after).all, labelId, quote);
  return {
    ...valuesOf(after.all, labelId, quote),
    before: was.name,
    intoBefore: was.into,
    colourBefore: was.colour,
  };
}

function valuesOf(all: readonly Label[], labelId: string, quote: (text: string) => string) {
  const label = all.find(({ id }) => id === labelId);
  const into = all.find(({ id }) => id === label?.mergedInto);
  return {
    name: nameOf(label, quote),
    into: nameOf(into, quote),
    colour: label === undefined ? '' : say(`labels.${label.colour}`),
  };
}

function nameOf(label: Label | undefined, quote: (text: string) => string): string {
  return label === undefined ? say('past.unreadable-label') : quote(label.name);
}
