/** Where in something long a page is ("101–200 of 300"), and the ways to its other pages: paths inside the app. */
export interface PagesView {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly top?: string;
  readonly previous?: string;
  readonly next?: string;
  readonly end?: string;
}
