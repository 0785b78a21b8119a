import type { Decision } from '../decision.js';
import { findLabel, findLabelNamed, type Label, type LabelEvent, type Labels } from './labels.js';

/** What an event has changed. */
export interface LabelsStep {
  readonly event: LabelEvent;
  readonly before: Labels | undefined;
  readonly after: Labels;
}

/** See `takeBackTodo`. A name that another label has got since is not taken from it. */
export function takeBackLabels(
  labels: Labels | undefined,
  { event, before, after }: LabelsStep,
): Decision<LabelEvent> {
  const [now, was, left] = [labels, before, after].map((each) => labelIn(each, event.data.labelId));
  if (now === undefined || left === undefined) return 'label-not-found';
  else return takeBack({ labels, event, now, was: was ?? left, left });
}

const labelIn = (labels: Labels | undefined, labelId: string) => labels?.all.find(({ id }) => id === labelId);

interface Taken {
  readonly labels: Labels | undefined;
  readonly event: LabelEvent;
  readonly now: Label;
  /** As it was before what is taken back, and as that has left it. */
  readonly was: Label;
  readonly left: Label;
}

function takeBack(taken: Taken): Decision<LabelEvent> {
  const { event, now, was, left } = taken;
  const { id: labelId } = now;
  switch (event.type) {
    case 'LabelCreated':
    case 'LabelRestored':
      if (now.removedAt !== null) return [];
      return unlessChanged(now.name === left.name && now.mergedInto === null, {
        type: 'LabelRemoved',
        data: { labelId },
      });
    case 'LabelRenamed':
      return renameBack(taken);
    case 'LabelRecoloured': {
      if (now.colour === was.colour) return [];
      const data = { labelId, colour: was.colour };
      return unlessChanged(now.colour === left.colour, { type: 'LabelRecoloured', data });
    }
    case 'LabelMerged':
      if (now.mergedInto === null) return [];
      else if (now.mergedInto !== left.mergedInto) return 'label-changed-since';
      else return ifNameIsFree(taken, { type: 'LabelUnmerged', data: { labelId } });
    case 'LabelUnmerged':
      return mergeAgain(taken);
    case 'LabelRemoved':
      if (now.removedAt === null) return [];
      return ifNameIsFree(taken, { type: 'LabelRestored', data: { labelId } });
  }
}

function renameBack({ labels, now, was, left }: Taken): Decision<LabelEvent> {
  const named = findLabelNamed(labels, was.name);
  if (now.name === was.name) return [];
  else if (now.name !== left.name) return 'label-changed-since';
  else if (named !== undefined && named.id !== now.id) return 'label-name-taken';
  else return [{ type: 'LabelRenamed', data: { labelId: now.id, name: was.name } }];
}

function mergeAgain({ labels, now, was }: Taken): Decision<LabelEvent> {
  const into = was.mergedInto;
  if (now.mergedInto === into || into === null) return [];
  else if (now.mergedInto !== null || findLabel(labels, into) === undefined) return 'label-changed-since';
  else return [{ type: 'LabelMerged', data: { labelId: now.id, into } }];
}

function ifNameIsFree({ labels, now }: Taken, event: LabelEvent): Decision<LabelEvent> {
  return findLabelNamed(labels, now.name) === undefined ? [event] : 'label-name-taken';
}

function unlessChanged(isAsItWasLeft: boolean, event: LabelEvent): Decision<LabelEvent> {
  return isAsItWasLeft ? [event] : 'label-changed-since';
}
