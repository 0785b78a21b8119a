import type { SafeString } from 'handlebars';
import type { Settings } from '#libs/accounts';
import type { Locale } from '../locales/index.js';

/** What every page has. All hrefs and actions in views are paths inside the workspace: the templates put before what is missing. */
export interface Page {
  readonly title: string;
  /** One uuid per rendered page; every form on it carries it. */
  readonly commandId: string;
  /** The page may not show yet what was just changed. */
  readonly catchingUp: boolean;
  readonly current:
    | 'today'
    | 'upcoming'
    | 'home'
    | 'list'
    | 'archive'
    | 'trash'
    | 'search'
    | 'account'
    | 'workspaces'
    | 'none';
  /** Who looks at it, when somebody is signed in. Nothing here may tell two members of a workspace apart: they share pages. */
  readonly reader?: Pick<Settings, 'theme' | 'letterKeys'> & Locale;
  /** The workspace that the page is in. */
  readonly workspace?: WorkspaceView;
  /** The lists of that workspace, in HTML that is made by itself: a page that is kept stays as it is when another list changes. */
  readonly side?: string | SafeString;
  /** Present on a page that hears of what others change. */
  readonly live?: LiveView;
  readonly notice?: Notice;
  /** The forms that people type into, by the use case that they ask for. */
  readonly forms?: Readonly<Record<string, FormView>>;
  /** What was typed and refused, when the page has no field for it (any more). */
  readonly typed?: Field;
  /** What was typed to stand where somebody else has put another text meanwhile. */
  readonly conflict?: Conflict;
}

export interface LiveView {
  /** Up to where in the log it shows everything, as a token: what comes behind that, it still has to hear of. */
  readonly shown: string;
  /** The time at which it was sent, in words. */
  readonly asOf: string;
}

export interface WorkspaceView {
  /** Inside the app. */
  readonly path: string;
  readonly name: string;
  readonly mayWrite: boolean;
}

export interface Conflict {
  /** Of the form that was refused. */
  readonly action: string;
  /** The text that stood there when the form was made; undefined where the form does not say it. */
  readonly was: string | undefined;
  /** The text that stands there now. */
  readonly now: string;
  /** What the form is made from when it is sent again. */
  readonly from: string;
  /** What was chosen, in words, where nothing is typed. */
  readonly chosen?: string;
  readonly mine: Field;
  /** The fields of a day and a time, of which `mine` is the one that is refused. */
  readonly due?: FormView;
  /** Where the text stands, when the page is no list: a path inside the workspace. Nothing of such a form is in the log. */
  readonly plain?: string;
}

/** What has just happened, and what can be done about it. */
export interface Notice {
  readonly text: string;
  readonly undo?: Undo;
  /** The element that it is about: the focus goes there when the notice has gone. */
  readonly about?: string;
  /** That element is on this page, but may be far from here. */
  readonly isOnPage?: boolean;
  /** Where it can be seen, when that is another page. */
  readonly link?: string;
  /** Whether a row of the page has it beside it; else it stands on top. */
  readonly inRow?: boolean;
}

/** A form that takes something back, by a use case like any other. */
export interface Undo {
  readonly action: string;
  readonly label: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** The fields of a form, by their names. */
export type FormView = Readonly<Record<string, Field>>;

/** A text field as the user left it, and why it was refused. */
export interface Field {
  /** Of the element on the page. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly error?: string;
}

/** The fields that were refused: what the summary on top of a page lists. */
export function refusedFields({ forms = {}, typed, conflict }: Page): readonly Field[] {
  const inForms = Object.values(forms).flatMap((form) => Object.values(form));
  const fields = [...inForms, ...(typed ? [typed] : []), ...(conflict ? [conflict.mine] : [])];
  return fields.filter(({ error }) => error !== undefined);
}
