/** What every page has. All hrefs and actions in views are paths inside the app: the templates put BASE_PATH before. */
export interface Page {
  readonly title: string;
  /** One uuid per rendered page; every form on it carries it. */
  readonly commandId: string;
  /** The page may not show yet what was just changed. */
  readonly catchingUp: boolean;
  readonly current: 'home' | 'list' | 'trash' | 'none';
  readonly notice?: Notice;
}

export interface Notice {
  readonly text: string;
  readonly undo?: { readonly action: string; readonly label: string };
  readonly link?: { readonly href: string; readonly label: string };
}

/** A text field as the user left it, and why it was refused. */
export interface FieldForm {
  readonly value: string;
  readonly error?: string;
}
