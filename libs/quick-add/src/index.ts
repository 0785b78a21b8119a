/**
 * Reads a sentence such as `Pay rent every 1st !high 18:00`: what of it is the title of a to-do, and what is said about it. Pure: it asks for no
 * time, and knows neither databases nor pages.
 */
export { readSentence } from './read-sentence.js';
export {
  KINDS,
  type About,
  type Kind,
  type Language,
  type Part,
  type Piece,
  type Plan,
  type Sentence,
} from './sentence.js';
