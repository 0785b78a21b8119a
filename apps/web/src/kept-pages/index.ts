/** Pages that are made once for everybody, and made again when what they show has changed. */
export { compressedPiece, type Piece } from './gzip.js';
export type { KeptPage, OwnTexts } from './kept-page.js';
export { KeptPages } from './kept-pages.js';
export { sendKeptPage } from './send-kept-page.js';
