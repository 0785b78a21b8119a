import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { given, stateAfter } from '../../../../test/support/given.js';
import { isRefusal } from '../refusal.js';
import { mergeLabel, recolourLabel, removeLabel, renameLabel } from './change-label.js';
import { LABEL_COLOURS } from './colour.js';
import { foldLabelName } from './label-name.js';
import { evolveLabels, isShown, shownLabels, type LabelEvent, type Labels } from './labels.js';
import { nameLabels } from './name-labels.js';
import { takeBackLabels } from './take-back-labels.js';

const [shop, home, other] = [1, 2, 3].map((nth) => `0190f3a2-7c1b-7000-8000-00000000000${nth}`) as [
  string,
  string,
  string,
];
const created = (labelId: string, name: string): LabelEvent => ({
  type: 'LabelCreated',
  data: { labelId, name, colour: 'red' },
});
const both = [created(shop, 'Shop'), created(home, 'Home')];
const renamed = (name: string): LabelEvent => ({ type: 'LabelRenamed', data: { labelId: shop, name } });
const coloured = (colour: 'red' | 'blue'): LabelEvent => ({
  type: 'LabelRecoloured',
  data: { labelId: shop, colour },
});
const merged: LabelEvent = { type: 'LabelMerged', data: { labelId: shop, into: home } };
const unmerged: LabelEvent = { type: 'LabelUnmerged', data: { labelId: shop } };
const removed: LabelEvent = { type: 'LabelRemoved', data: { labelId: shop } };
const restored: LabelEvent = { type: 'LabelRestored', data: { labelId: shop } };

/** Takes the last of these back, after what has happened since. */
function takingBack(history: readonly LabelEvent[], ...since: LabelEvent[]) {
  const all = [...both, ...history];
  const [event] = all.slice(-1) as [LabelEvent];
  const before = stateAfter(evolveLabels, ...all.slice(0, -1));
  const after = stateAfter(evolveLabels, ...all) as Labels;
  return given(evolveLabels, ...all, ...since).when((labels) =>
    takeBackLabels(labels, { event, before, after }),
  );
}

describe('taking back', () => {
  it('a label that was made removes it, unless it was renamed or merged since', () => {
    const madeOther = created(other, 'Other');
    const gone: LabelEvent = { type: 'LabelRemoved', data: { labelId: other } };
    takingBack([madeOther]).then([gone]);
    takingBack([madeOther], gone).then([]);
    const since: LabelEvent = { type: 'LabelRenamed', data: { labelId: other, name: 'Else' } };
    takingBack([madeOther], since).then('label-changed-since');
    takingBack([madeOther], { type: 'LabelMerged', data: { labelId: other, into: home } }).then(
      'label-changed-since',
    );
  });
  it('a name gives it the one before, unless it has another since, or another label has it', () => {
    takingBack([renamed('Store')]).then([renamed('Shop')]);
    takingBack([renamed('Store')], renamed('Shop')).then([]);
    takingBack([renamed('Store')], renamed('Market')).then('label-changed-since');
    takingBack([renamed('Store')], created(other, 'shop')).then('label-name-taken');
  });
  it('a colour gives it the one before, unless it has another since', () => {
    takingBack([coloured('blue')]).then([coloured('red')]);
    takingBack([coloured('blue')], coloured('red')).then([]);
    takingBack([coloured('blue')], { type: 'LabelRecoloured', data: { labelId: shop, colour: 'pink' } }).then(
      'label-changed-since',
    );
  });
  it('a merge makes it one of its own, unless it was merged into another since, or its name is taken', () => {
    takingBack([merged]).then([unmerged]);
    takingBack([merged], unmerged).then([]);
    const into: LabelEvent = { type: 'LabelMerged', data: { labelId: shop, into: other } };
    takingBack([merged], unmerged, created(other, 'Other'), into).then('label-changed-since');
    takingBack([merged], created(other, 'SHOP')).then('label-name-taken');
  });
  it('that it was separated merges it again, unless the other one is gone', () => {
    takingBack([merged, unmerged]).then([merged]);
    takingBack([merged, unmerged], merged).then([]);
    takingBack([merged, unmerged], { type: 'LabelRemoved', data: { labelId: home } }).then(
      'label-changed-since',
    );
  });
  it('that it was removed brings it back, unless its name is taken', () => {
    takingBack([removed]).then([restored]);
    takingBack([removed], restored).then([]);
    takingBack([removed], created(other, 'shop')).then('label-name-taken');
  });
  it('that it was brought back removes it again', () => {
    takingBack([removed, restored]).then([removed]);
    takingBack([removed, restored], removed).then([]);
  });
  it('something of labels that are not there is refused', () => {
    const after = stateAfter(evolveLabels, ...both) as Labels;
    given(evolveLabels)
      .when((labels: Labels | undefined) =>
        takeBackLabels(labels, { event: renamed('x'), before: after, after }),
      )
      .then('label-not-found');
  });
});

const IDS = [shop, home, other];
const anId = fc.constantFrom(...IDS);
const aName = fc.constantFrom('Shop', 'shop', 'Home', 'HOME', 'Other');

/** Something that somebody asks for. */
const aDecision = fc.oneof(
  fc.record({ labelId: anId, label: aName }).map((asked) => (labels: Labels | undefined) => {
    const from = labels?.all.find(({ id }) => id === asked.labelId)?.name ?? '';
    return renameLabel(labels, { ...asked, from });
  }),
  fc
    .record({ labelId: anId, colour: fc.constantFrom(...LABEL_COLOURS) })
    .map((asked) => (labels: Labels | undefined) => recolourLabel(labels, asked)),
  fc
    .record({ labelId: anId, into: anId })
    .map((asked) => (labels: Labels | undefined) => mergeLabel(labels, asked)),
  fc.record({ labelId: anId }).map((asked) => (labels: Labels | undefined) => removeLabel(labels, asked)),
  fc.record({ name: aName, newId: anId }).map((asked) => (labels: Labels | undefined) => {
    const found = nameLabels(labels, [asked]);
    return isRefusal(found) ? found : found.created;
  }),
);

const seen = (labels: Labels | undefined) => shownLabels(labels?.all ?? [], IDS).toSorted(byId);
const byId = (one: { readonly id: string }, two: { readonly id: string }) => (one.id < two.id ? -1 : 1);
const ends = (labels: Labels | undefined) =>
  IDS.map((id) => labels?.all.find((label) => label.id === id)?.shownAs);

it('whatever is decided: no name is there twice, and what was decided last can be taken back, and that as well', () => {
  fc.assert(
    fc.property(fc.array(aDecision, { maxLength: 30 }), (decisions) => {
      const history: LabelEvent[] = [];
      for (const decide of decisions) {
        const before = stateAfter(evolveLabels, ...history);
        const decision = decide(before);
        if (isRefusal(decision)) continue;
        for (const event of decision) {
          history.push(event);
          const after = stateAfter(evolveLabels, ...history) as Labels;
          const names = after.all.filter(isShown).map(({ name }) => foldLabelName(name));
          expect(new Set(names).size).toBe(names.length);
          const back = takeBackLabels(after, { event, before, after });
          if (isRefusal(back)) throw new Error(`${event.type}: ${back}`);
          const undone = stateAfter(evolveLabels, ...history, ...back) as Labels;
          expect(seen(undone)).toEqual(seen(before));
          const [undo] = back as [LabelEvent];
          const again = takeBackLabels(undone, { event: undo, before: after, after: undone });
          if (isRefusal(again)) throw new Error(`${undo.type}: ${again}`);
          const redone = stateAfter(evolveLabels, ...history, ...back, ...again);
          expect([seen(redone), ends(redone)]).toEqual([seen(after), ends(after)]);
        }
      }
    }),
  );
});
