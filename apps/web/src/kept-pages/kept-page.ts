import { compressedPiece, gzipOf, storedPiece, type Piece } from './gzip.js';

/**
 * A page that was made once, for everybody who looks at it. Only the command id of its forms is another one for
 * each of them.
 */
export class KeptPage {
  /** What stands before, between and behind the places with the command id. */
  private readonly texts: readonly Buffer[];
  private pieces: readonly Piece[] | undefined;

  /**
   * @param placeholder stands in the HTML where the command id is to be
   * @param shownUpTo how new what it shows can be, for readers of a replica: see `Reading`
   */
  constructor(
    html: string,
    placeholder: string,
    readonly shownUpTo = 0,
  ) {
    this.texts = html.split(placeholder).map((text) => Buffer.from(text));
  }

  /** In bytes, without its compressed form, which is much smaller. */
  get size(): number {
    return this.texts.reduce((size, text) => size + text.length, 0);
  }

  with(commandId: string): Buffer {
    return Buffer.concat(between(this.texts, Buffer.from(commandId)));
  }

  gzipWith(commandId: string): Buffer {
    this.pieces ??= this.texts.map(compressedPiece);
    return gzipOf(between(this.pieces, storedPiece(Buffer.from(commandId))));
  }
}

function between<Item>(items: readonly Item[], separator: Item): Item[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}
