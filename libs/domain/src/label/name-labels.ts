import { nextColour, type LabelColour } from './colour.js';
import { foldLabelName, parseLabelName } from './label-name.js';
import { findLabelNamed, isShown, type LabelEvent, type LabelRefusal, type Labels } from './labels.js';

/** As many as a workspace can have; those that were removed or merged do not count. */
export const MOST_LABELS = 500;

/** A name as somebody typed it, and the id that its label gets if there is none of this name. */
export interface NamedLabel {
  readonly name: string;
  readonly newId: string;
  /** Where the label comes with one. */
  readonly colour?: LabelColour;
}

/** The labels with some names, and the events that make those which were not there. */
export interface FoundLabels {
  readonly labelIds: readonly string[];
  readonly created: readonly LabelEvent[];
}

/** Why a name is none, before anything is asked of what there is. */
export function labelProblem(name: string): LabelRefusal | undefined {
  const parsed = parseLabelName(name);
  return parsed.ok ? undefined : `label-${parsed.problem}`;
}

/** Finds the labels of these names, each once, and makes those that are not there yet: labels are created by being used. */
export function nameLabels(
  labels: Labels | undefined,
  names: readonly NamedLabel[],
): FoundLabels | LabelRefusal {
  const made = new Map<string, LabelEvent>();
  const labelIds = new Set<string>();
  for (const named of names) {
    const parsed = parseLabelName(named.name);
    if (!parsed.ok) return `label-${parsed.problem}`;
    const folded = foldLabelName(parsed.text);
    const event = made.get(folded) ?? creating({ ...named, name: parsed.text }, countOf(labels) + made.size);
    const known = findLabelNamed(labels, parsed.text);
    if (known === undefined) made.set(folded, event);
    labelIds.add(known?.id ?? event.data.labelId);
  }
  const created = [...made.values()];
  return whyNot(labels, created) ?? { labelIds: [...labelIds], created };
}

/** Also of those that nobody sees any more: the next colour does not depend on what was removed. */
const countOf = (labels: Labels | undefined) => labels?.all.length ?? 0;

function creating({ name, newId, colour }: NamedLabel, count: number): LabelEvent {
  return { type: 'LabelCreated', data: { labelId: newId, name, colour: colour ?? nextColour(count) } };
}

function whyNot(labels: Labels | undefined, created: readonly LabelEvent[]): LabelRefusal | undefined {
  const all = labels?.all ?? [];
  const ids = new Set([...all.map(({ id }) => id), ...created.map(({ data }) => data.labelId)]);
  if (ids.size < all.length + created.length) return 'label-exists';
  const isOneTooMany = created.length > 0 && all.filter(isShown).length + created.length > MOST_LABELS;
  return isOneTooMany ? 'label-one-too-many' : undefined;
}
