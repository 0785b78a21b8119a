import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { given, stateAfter } from '../../../../test/support/given.js';
import { mergeLabel, recolourLabel, removeLabel, renameLabel } from './change-label.js';
import { foldLabelName } from './label-name.js';
import { evolveLabels, shownLabels, type LabelEvent, type Labels } from './labels.js';
import { MOST_LABELS, nameLabels, type NamedLabel } from './name-labels.js';

const [shop, home, other] = [1, 2, 3].map((nth) => `0190f3a2-7c1b-7000-8000-00000000000${nth}`) as [
  string,
  string,
  string,
];
const created = (labelId: string, name: string): LabelEvent => ({
  type: 'LabelCreated',
  data: { labelId, name, colour: 'red' },
});
const merged: LabelEvent = { type: 'LabelMerged', data: { labelId: shop, into: home } };
const removed = (labelId: string): LabelEvent => ({ type: 'LabelRemoved', data: { labelId } });
const labels = (...history: LabelEvent[]) =>
  given(evolveLabels, created(shop, 'Shop'), created(home, 'Home'), ...history);
const after = (...history: LabelEvent[]) =>
  stateAfter(evolveLabels, created(shop, 'Shop'), created(home, 'Home'), ...history);

describe('renaming a label', () => {
  const rename =
    (label: string, { from = 'Shop', labelId = shop } = {}) =>
    (state: Labels | undefined) =>
      renameLabel(state, { labelId, label, from });

  it('records its name, trimmed and normalised', () =>
    labels()
      .when(rename(' Cafe\u0301 '))
      .then([{ type: 'LabelRenamed', data: { labelId: shop, name: 'Café' } }]));
  it('may change nothing but the case', () =>
    labels()
      .when(rename('SHOP'))
      .then([{ type: 'LabelRenamed', data: { labelId: shop, name: 'SHOP' } }]));
  it('to what it is called changes nothing', () => labels().when(rename('Shop')).then([]));
  it.each(['home', 'HOME', 'ｈｏｍｅ'])(
    'is refused onto the name of another, however it is written: %s',
    (name) => labels().when(rename(name)).then('label-name-taken'),
  );
  it('may take the name of one that was merged or removed', () => {
    const renamed: LabelEvent = { type: 'LabelRenamed', data: { labelId: shop, name: 'home' } };
    labels(removed(home)).when(rename('home')).then([renamed]);
    labels(merged)
      .when(rename('Shop', { from: 'Home', labelId: home }))
      .then([{ type: 'LabelRenamed', data: { labelId: home, name: 'Shop' } }]);
  });
  it('is refused when it has another name since', () =>
    labels()
      .when(rename('Store', { from: 'Market' }))
      .then('label-changed'));
  it('is refused without a name', () => labels().when(rename(' ')).then('label-empty'));
  it('is refused with more than a line', () => labels().when(rename('a\nb')).then('label-not-text'));
  it('is refused with more than fifty characters', () => {
    labels()
      .when(rename('🥕'.repeat(51)))
      .then('label-too-long');
    labels()
      .when(rename('🥕'.repeat(50)))
      .then([{ type: 'LabelRenamed', data: { labelId: shop, name: '🥕'.repeat(50) } }]);
  });
  it.each([[[merged]], [[removed(shop)]]])('is refused for one that nobody sees any more', (history) =>
    labels(...history)
      .when(rename('Store'))
      .then('label-not-found'),
  );
});

describe('giving a label a colour', () => {
  const recolour =
    (colour: string, labelId = shop) =>
    (state: Labels | undefined) =>
      recolourLabel(state, { labelId, colour });

  it('records it', () =>
    labels()
      .when(recolour('blue'))
      .then([{ type: 'LabelRecoloured', data: { labelId: shop, colour: 'blue' } }]));
  it('that it has changes nothing', () => labels().when(recolour('red')).then([]));
  it('is refused when there is no such colour', () =>
    labels().when(recolour('#f00')).then('label-colour-unknown'));
  it('is refused when there is no such label', () =>
    labels().when(recolour('blue', other)).then('label-not-found'));
});

describe('merging a label into another', () => {
  const merge = (labelId: string, into: string) => (state: Labels | undefined) =>
    mergeLabel(state, { labelId, into });

  it('is one event', () => labels().when(merge(shop, home)).then([merged]));
  it('twice changes nothing', () => labels(merged).when(merge(shop, home)).then([]));
  it('is refused into itself', () => labels().when(merge(shop, shop)).then('label-into-itself'));
  it.each([
    [shop, other],
    [other, home],
    [other, other],
  ])('is refused when one of them is not there', (one, into) =>
    labels().when(merge(one, into)).then('label-not-found'),
  );
  it('is refused into one that was merged or removed', () => {
    labels(merged, created(other, 'Other')).when(merge(other, shop)).then('label-not-found');
    labels(removed(home)).when(merge(shop, home)).then('label-not-found');
  });
  it('shows what had the one with the other, also when that one is merged, renamed or removed later', () => {
    const names = (...history: LabelEvent[]) =>
      shownLabels(after(merged, ...history)?.all ?? [], [shop, home]).map(({ name }) => name);
    expect(names()).toEqual(['Home']);
    expect(names({ type: 'LabelRenamed', data: { labelId: home, name: 'House' } })).toEqual(['House']);
    const further: LabelEvent = { type: 'LabelMerged', data: { labelId: home, into: other } };
    expect(names(created(other, 'Other'), further)).toEqual(['Other']);
    expect(names(removed(home))).toEqual([]);
    expect(names(removed(home), { type: 'LabelRestored', data: { labelId: home } })).toEqual(['Home']);
    expect(names({ type: 'LabelUnmerged', data: { labelId: shop } })).toEqual(['Shop', 'Home']);
  });
});

describe('removing a label', () => {
  const remove = (labelId: string) => (state: Labels | undefined) => removeLabel(state, { labelId });

  it('is one event', () =>
    labels()
      .when(remove(shop))
      .then([removed(shop)]));
  it('twice changes nothing', () => labels(removed(shop)).when(remove(shop)).then([]));
  it('is refused when it is not there, or was merged', () => {
    labels().when(remove(other)).then('label-not-found');
    labels(merged).when(remove(shop)).then('label-not-found');
  });
});

describe('the labels with some names', () => {
  const named = (name: string, newId = other): NamedLabel => ({ name, newId });

  it('are those that are there, however they are written', () =>
    expect(nameLabels(after(), [named('sHOP'), named('Home ')])).toEqual({
      labelIds: [shop, home],
      created: [],
    }));
  it('are made once, each in its colour, when they are not there', () =>
    expect(nameLabels(after(), [named('Straße'), named('STRASSE'), named('home')])).toEqual({
      labelIds: [other, home],
      created: [{ type: 'LabelCreated', data: { labelId: other, name: 'Straße', colour: 'yellow' } }],
    }));
  it('are new ones when the old one was merged or removed', () => {
    const made = { labelIds: [other], created: [expect.objectContaining({ type: 'LabelCreated' })] };
    expect(nameLabels(after(merged), [named('shop')])).toEqual(made);
    expect(nameLabels(after(removed(shop)), [named('shop')])).toEqual(made);
  });
  it('are refused without a name, and with a new id that is taken', () => {
    expect(nameLabels(after(), [named('home'), named('\u200b')])).toBe('label-empty');
    expect(nameLabels(after(), [named('new', shop)])).toBe('label-exists');
  });
  it('are refused when there are too many, but not those that are there', () => {
    const id = (nth: number) => `0190f3a2-7c1b-7000-8000-1000000${String(nth).padStart(5, '0')}`;
    const all = Array.from({ length: MOST_LABELS }, (_, nth) => created(id(nth), `l${nth}`));
    const full = stateAfter(evolveLabels, ...all);
    expect(nameLabels(full, [named('one more')])).toBe('label-one-too-many');
    expect(nameLabels(full, [named('L7')])).toEqual({ labelIds: [id(7)], created: [] });
  });
});

it('takes names for the same whatever their case and however Unicode writes them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const folded = foldLabelName(name);
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
        expect(foldLabelName(name.normalize(form))).toBe(folded);
      expect(foldLabelName(name.toUpperCase())).toBe(folded);
      expect(foldLabelName(folded)).toBe(folded);
    }),
  );
});
