/** Where in something long a page is, and the ways to its other pages: paths inside the app. */
export interface PagesView {
  /** "101–200 of 300"; absent on a page behind the end, which shows nothing. */
  readonly range?: string;
  readonly top?: string;
  readonly previous?: string;
  readonly next?: string;
  readonly end?: string;
}
