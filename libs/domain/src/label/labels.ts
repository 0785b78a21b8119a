import { oneOf, text, uuid } from '../codec.js';
import { event, type EventOf } from '../event-codec.js';
import type { Recorded } from '../recorded.js';
import type { TextProblem } from '../text.js';
import { LABEL_COLOURS, type LabelColour } from './colour.js';
import { foldLabelName } from './label-name.js';

/** The events that can happen to the labels of a workspace: all of them are one stream, which has the id of the workspace. */
export const LABEL_EVENTS = {
  LabelCreated: event({ labelId: uuid, name: text, colour: oneOf(...LABEL_COLOURS) }),
  LabelRenamed: event({ labelId: uuid, name: text }),
  LabelRecoloured: event({ labelId: uuid, colour: oneOf(...LABEL_COLOURS) }),
  // To-dos keep the id that they have: it stands for the other label from now on.
  LabelMerged: event({ labelId: uuid, into: uuid }),
  LabelUnmerged: event({ labelId: uuid }),
  LabelRemoved: event({ labelId: uuid }),
  LabelRestored: event({ labelId: uuid }),
};

export type LabelEvent = EventOf<typeof LABEL_EVENTS>;

/** The reasons to refuse that lie in the labels of a workspace. */
export type LabelRefusal =
  | `label-${TextProblem}`
  | 'label-exists'
  | 'label-not-found'
  | 'label-name-taken'
  | 'label-changed'
  | 'label-colour-unknown'
  | 'label-into-itself'
  | 'label-too-many'
  | 'label-one-too-many'
  | 'label-changed-since';

/** A label, folded from the events that are about it. */
export interface Label {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly colour: LabelColour;
  readonly createdAt: Date;
  /** When it was removed; null while it is there. */
  readonly removedAt: Date | null;
  /** The label that it was merged into; null if it is one of its own. */
  readonly mergedInto: string | null;
  /** The label that to-dos with this one have: itself, or the last one that it was merged into; null if that one is removed. */
  readonly shownAs: string | null;
  /** The version of the last event of the stream that has changed it. */
  readonly version: number;
}

/** All labels of a workspace, also those that were removed or merged. Decisions are based on them. */
export interface Labels {
  /** Of the stream, and of the workspace. */
  readonly id: string;
  readonly workspaceId: string;
  readonly all: readonly Label[];
  /** The version of the last event that was folded. */
  readonly version: number;
}

/** See `evolveTodo`. */
export function evolveLabels(labels: Labels | undefined, recorded: Recorded<LabelEvent>): Labels {
  const { streamId: id, workspaceId, version } = recorded;
  return { id, workspaceId, all: evolveEachLabel(labels?.all ?? [], recorded), version };
}

/** The labels after one of their events, in any order: those that it does not change are the same objects. */
export function evolveEachLabel(labels: readonly Label[], recorded: Recorded<LabelEvent>): readonly Label[] {
  return withShown(evolveOne(labels, recorded), recorded.version);
}

function evolveOne(labels: readonly Label[], recorded: Recorded<LabelEvent>): readonly Label[] {
  const { event, version, recordedAt } = recorded;
  const { labelId } = event.data;
  if (event.type === 'LabelCreated')
    return [...labels.filter(({ id }) => id !== labelId), created(event.data, recorded)];
  const change = changeOf(event, recordedAt);
  return labels.map((label) => (label.id === labelId ? { ...label, ...change, version } : label));
}

type Created = Extract<LabelEvent, { type: 'LabelCreated' }>['data'];

function created({ labelId: id, name, colour }: Created, recorded: Recorded<LabelEvent>): Label {
  const { workspaceId, recordedAt: createdAt, version } = recorded;
  return {
    id,
    workspaceId,
    name,
    colour,
    createdAt,
    removedAt: null,
    mergedInto: null,
    shownAs: id,
    version,
  };
}

function changeOf(event: Exclude<LabelEvent, { type: 'LabelCreated' }>, recordedAt: Date): Partial<Label> {
  switch (event.type) {
    case 'LabelRenamed':
      return { name: event.data.name };
    case 'LabelRecoloured':
      return { colour: event.data.colour };
    case 'LabelMerged':
      return { mergedInto: event.data.into };
    case 'LabelUnmerged':
      return { mergedInto: null };
    case 'LabelRemoved':
      return { removedAt: recordedAt };
    case 'LabelRestored':
      return { removedAt: null };
  }
}

function withShown(labels: readonly Label[], version: number): readonly Label[] {
  const byId = new Map(labels.map((label) => [label.id, label]));
  return labels.map((label) => {
    const shownAs = endOf(label, byId);
    return shownAs === label.shownAs ? label : { ...label, shownAs, version };
  });
}

/** Follows what was merged. No decision makes a circle; a chain is never longer than there are labels. */
function endOf(label: Label, byId: ReadonlyMap<string, Label>): string | null {
  let end = label;
  for (let steps = 0; steps < byId.size && end.mergedInto !== null; steps += 1) {
    const next = byId.get(end.mergedInto);
    if (next === undefined) return null;
    end = next;
  }
  return end.removedAt === null && end.mergedInto === null ? end.id : null;
}

/** Whether it is one that people see, under its own name. */
export const isShown = ({ id, shownAs }: Label): boolean => shownAs === id;

/** The label that people see, by its id. */
export function findLabel(labels: Labels | undefined, labelId: string): Label | undefined {
  return labels?.all.find((label) => label.id === labelId && isShown(label));
}

/** The label that people see under a name, however that is written. */
export function findLabelNamed(labels: Labels | undefined, name: string): Label | undefined {
  const folded = foldLabelName(name);
  return labels?.all.find((label) => isShown(label) && foldLabelName(label.name) === folded);
}

/** What people see of a label. */
export type ShownLabel = Pick<Label, 'id' | 'name' | 'colour'>;

/** Those that people see of the labels that a to-do has: each once, in their order. */
export function shownLabels(labels: readonly Label[], labelIds: readonly string[]): readonly ShownLabel[] {
  const byId = new Map(labels.map((label) => [label.id, label]));
  const ends = new Set(labelIds.map((id) => byId.get(id)?.shownAs ?? null));
  return [...ends].flatMap((id) => {
    const label = id === null ? undefined : byId.get(id);
    return label === undefined ? [] : [{ id: label.id, name: label.name, colour: label.colour }];
  });
}
