import type { CountedLabel, ShownLabel } from '#libs/queries';
import type { AgendaGroup } from './agenda.view.js';
import type { WorkspaceView } from './page.view.js';
import type { PagesView } from './pages.view.js';

export interface LabelViews {
  readonly labels: LabelsView;
  readonly labelled: LabelledView;
}

/** The labels of a workspace. */
interface LabelsView {
  readonly labels: readonly LabelRow[];
}

interface LabelRow extends CountedLabel {
  /** Present while it is edited. */
  readonly edit?: LabelEdit;
}

export interface LabelEdit {
  /** Those that it can be merged into. */
  readonly others: readonly ShownLabel[];
  readonly colours: readonly { readonly colour: ShownLabel['colour']; readonly current: boolean }[];
  /** Another one has the name that it was to get: both can be merged. */
  readonly same?: ShownLabel;
}

/** What is to be done with a label, list by list. */
interface LabelledView {
  readonly label: ShownLabel;
  /** The address of this page, as a form leads back to it. */
  readonly back: string;
  readonly groups: readonly AgendaGroup[];
  /** On all pages. */
  readonly total: number;
  readonly pages?: PagesView;
  /** None is named beside its lists: they are all of the same. */
  readonly workspaces: readonly WorkspaceView[];
}
