import { PRIORITIES, type Refusal } from '#libs/commands';
import { say } from '../locales/index.js';
import { quotedBriefly, refusalWords } from '../words/index.js';
import type { Conflict, Field, FormView, Notice, Page } from '../views/index.js';
import type { Changed } from './changed-meanwhile.js';
import { dueConflict } from './due-conflict.js';
import type { PostedForm } from './posted-form.js';

/** A form that was refused: as it was filled in, with the reason. */
export interface RefusedForm extends Pick<PostedForm, 'name' | 'fields'> {
  readonly refusal: Refusal;
  /** The title or the name of what it was about. */
  readonly about: string | undefined;
  /** Where it was posted to: a path inside the workspace. */
  readonly action: string;
  /** What stands where the text was to go, when that is something else than the form was made from. */
  readonly changed: Changed | undefined;
}

type Shown = Pick<Page, 'forms' | 'typed' | 'notice' | 'conflict'>;

/**
 * The forms of a page, one of which may have been refused: then it is as it was filled in, with the reason beside its field.
 * When the page does not have the form, what was typed is shown all the same, so that it is not lost.
 */
export function showForms(
  forms: Readonly<Record<string, FormView>>,
  { refused, notice }: { readonly refused?: RefusedForm | undefined; readonly notice?: Page['notice'] } = {},
): Shown {
  const rest = notice === undefined ? {} : { notice };
  return { forms, ...rest, ...(refused === undefined ? {} : showRefused(forms, refused)) };
}

function showRefused(forms: Readonly<Record<string, FormView>>, refused: RefusedForm): Shown {
  if (refused.changed !== undefined) return { conflict: conflictOf(refused, refused.changed) };
  const error = refusalWords(refused.refusal, refused.fields);
  const [form] = Object.hasOwn(forms, refused.name) ? [forms[refused.name]] : [];
  const [text] = valuesOf(refused).values();
  if (form !== undefined) return { forms: { ...forms, [refused.name]: filledIn(form, refused, error) } };
  else if (refused.name === '' || isChosen(refused) || text === undefined)
    return { notice: noticeOf(refused) };
  else return { typed: { id: 'typed', name: 'typed', value: text, error } };
}

/** What is chosen by a click need not be kept. */
const isChosen = ({ fields }: RefusedForm) => Object.hasOwn(fields, 'priority');

/** For a form without text: what it was about may not be on the page any more. */
function noticeOf({ about, refusal, action }: RefusedForm): Notice {
  const error = refusalWords(refusal);
  return {
    text: about === undefined ? error : `${quotedBriefly(about)}: ${error}`,
    ...(refusal === 'todo-in-trash'
      ? { undo: { action: restoring(action), label: say('past.restore') } }
      : {}),
  };
}

const restoring = (action: string) => action.replace(/[^/]+$/, 'restore');

/** All texts, wherever on the page the form was: what stood there, what stands there now, and what was typed. */
function conflictOf(refused: RefusedForm, changed: Changed): Conflict {
  const { action, refusal } = refused;
  const { field, was, now, yours, from } = changed;
  if (field === 'due')
    return dueConflict(changed, { action, error: refusalWords(refusal), values: valuesOf(refused) });
  const mine = { id: 'mine', name: field, value: yours, error: refusalWords(refusal) };
  if (field !== 'priority') return { action, was, now, from, mine };
  else return { action, was: was && inWords(was), now: inWords(now), from, mine, chosen: inWords(yours) };
}

/** What is chosen is shown as it was chosen. */
function inWords(chosen: string): string {
  const priority = PRIORITIES.find((each) => each === chosen);
  return priority === undefined ? chosen : say(`priority.${priority}`);
}

/**
 * The reason belongs to the field that it names, as `title-empty` does; else to the first one. What the form was made from is what the
 * page shows now: whoever sends it again has seen that.
 */
function filledIn(form: FormView, refused: RefusedForm, error: string): FormView {
  const values = valuesOf(refused);
  const names = Object.keys(form);
  const wrong = names.find((name) => refused.refusal.startsWith(`${name}-`)) ?? names[0];
  return Object.fromEntries(
    Object.entries(form).map(([name, field]): [string, Field] => {
      const filled = name === 'was' ? field : { ...field, value: values.get(name) ?? field.value };
      return [name, name === wrong ? { ...filled, error } : filled];
    }),
  );
}

function valuesOf({ fields }: RefusedForm): ReadonlyMap<string, string> {
  const entries: [string, unknown][] = Object.entries(fields);
  return new Map(entries.flatMap(([name, value]) => (isText(value) ? [[name, String(value)]] : [])));
}

/** Several of them are told apart by commas. */
function isText(value: unknown): boolean {
  return typeof value === 'string' || Array.isArray(value);
}
