import { compressedPiece, gzipOf, storedPiece, type Piece } from './gzip.js';

/** What a page says in another way each time it is sent. */
export interface OwnTexts {
  /** Of its forms. */
  readonly commandId: string;
  /** Up to where in the log it shows its list: see `LiveView`. */
  readonly shown: string;
  /** When it was sent: a page that has not changed is as of then. */
  readonly asOf: string;
  /** The lists of the workspace, which stand beside it. */
  readonly side: string;
}

/** What goes where those are to be: a longer one is compressed before, for more pages than one. */
export type OwnPieces = Readonly<Record<keyof OwnTexts, string | Piece>>;

type Part = { readonly text: Buffer } | { readonly own: keyof OwnTexts };

/** A page that was made once, for everybody who looks at it. Only some short texts are other ones for each of them. */
export class KeptPage {
  /** The page, cut where the texts are that are another one each time. */
  readonly shownUpTo: number;
  readonly until: number;
  private readonly parts: readonly Part[];
  private readonly pieces = new Map<Part, Piece>();

  /**
   * @param placeholders stand in the HTML where those texts are to be
   * @param made how new what it shows can be, for readers of a replica (see `Reading`), and when it would be another one though
   *   nothing has changed, because days go by
   */
  constructor(
    html: string,
    placeholders: OwnTexts,
    made: { readonly shownUpTo: number; readonly until: number } = { shownUpTo: 0, until: Infinity },
  ) {
    this.shownUpTo = made.shownUpTo;
    this.until = made.until;
    this.parts = cut(html, placeholders);
  }

  /** In bytes, without its compressed form, which is much smaller. */
  get size(): number {
    return this.parts.reduce((size, part) => size + ('text' in part ? part.text.length : 0), 0);
  }

  with(own: OwnPieces): Buffer {
    return Buffer.concat(this.parts.map((part) => ('text' in part ? part.text : plainOf(own[part.own]))));
  }

  gzipWith({ commandId, shown, asOf, side }: OwnPieces): Buffer {
    const own = {
      commandId: pieceOf(commandId),
      shown: pieceOf(shown),
      asOf: pieceOf(asOf),
      side: pieceOf(side),
    };
    return gzipOf(this.parts.map((part) => ('text' in part ? this.compressed(part) : own[part.own])));
  }

  private compressed(part: Extract<Part, { text: Buffer }>): Piece {
    const piece = this.pieces.get(part) ?? compressedPiece(part.text);
    this.pieces.set(part, piece);
    return piece;
  }
}

const plainOf = (own: string | Piece) => (typeof own === 'string' ? Buffer.from(own) : own.plain);
const pieceOf = (own: string | Piece) => (typeof own === 'string' ? storedPiece(Buffer.from(own)) : own);

function cut(html: string, { commandId, shown, asOf, side }: OwnTexts): Part[] {
  const names = new Map<string, keyof OwnTexts>([
    [commandId, 'commandId'],
    [shown, 'shown'],
    [asOf, 'asOf'],
    [side, 'side'],
  ]);
  return html.split(new RegExp(`(${[...names.keys()].join('|')})`)).map((text) => {
    const own = names.get(text);
    return own === undefined ? { text: Buffer.from(text) } : { own };
  });
}
