import type { Decision } from '../decision.js';
import { LABEL_COLOURS } from './colour.js';
import { parseLabelName } from './label-name.js';
import { findLabel, findLabelNamed, type LabelEvent, type Labels } from './labels.js';

/** `from` is the name that the new one was made from: somebody else may have given it another one meanwhile. */
export function renameLabel(
  labels: Labels | undefined,
  { labelId, label: name, from }: { readonly labelId: string; readonly label: string; readonly from: string },
): Decision<LabelEvent> {
  const label = findLabel(labels, labelId);
  const parsed = parseLabelName(name);
  if (label === undefined) return 'label-not-found';
  else if (!parsed.ok) return `label-${parsed.problem}`;
  else if (parsed.text === label.name) return [];
  else if (from !== label.name) return 'label-changed';
  const named = findLabelNamed(labels, parsed.text);
  if (named !== undefined && named.id !== labelId) return 'label-name-taken';
  else return [{ type: 'LabelRenamed', data: { labelId, name: parsed.text } }];
}

export function recolourLabel(
  labels: Labels | undefined,
  { labelId, colour }: { readonly labelId: string; readonly colour: string },
): Decision<LabelEvent> {
  const label = findLabel(labels, labelId);
  const chosen = LABEL_COLOURS.find((each) => each === colour);
  if (label === undefined) return 'label-not-found';
  else if (chosen === undefined) return 'label-colour-unknown';
  else if (chosen === label.colour) return [];
  else return [{ type: 'LabelRecoloured', data: { labelId, colour: chosen } }];
}

/** To-dos with the one have the other from now on. */
export function mergeLabel(
  labels: Labels | undefined,
  { labelId, into }: { readonly labelId: string; readonly into: string },
): Decision<LabelEvent> {
  if (labels?.all.find(({ id }) => id === labelId)?.mergedInto === into) return [];
  else if (findLabel(labels, labelId) === undefined || findLabel(labels, into) === undefined)
    return 'label-not-found';
  else if (labelId === into) return 'label-into-itself';
  else return [{ type: 'LabelMerged', data: { labelId, into } }];
}

export function removeLabel(
  labels: Labels | undefined,
  { labelId }: { readonly labelId: string },
): Decision<LabelEvent> {
  const label = labels?.all.find(({ id }) => id === labelId);
  if (label === undefined || label.mergedInto !== null) return 'label-not-found';
  else if (label.removedAt !== null) return [];
  else return [{ type: 'LabelRemoved', data: { labelId } }];
}
