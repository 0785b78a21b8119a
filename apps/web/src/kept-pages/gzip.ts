import { constants, crc32, deflateRawSync } from 'node:zlib';

/** RFC 1952, 2.3: deflate, without a name, a time or a system. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** RFC 1951, 3.2.6: an empty block that says that it is the last one. */
const LAST_BLOCK = Buffer.from([3, 0]);

/** A piece of a gzip file, compressed without regard to what stands before or behind it. */
export interface Piece {
  readonly plain: Buffer;
  readonly blocks: Buffer;
}

export function compressedPiece(plain: Buffer): Piece {
  return { plain, blocks: deflateRawSync(plain, { finishFlush: constants.Z_FULL_FLUSH }) };
}

/** A piece as it is, for what is too short to be compressed: a stored block of RFC 1951, 3.2.4. */
export function storedPiece(plain: Buffer): Piece {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(plain.length, 1);
  head.writeUInt16LE(~plain.length & 0xffff, 3);
  return { plain, blocks: Buffer.concat([head, plain]) };
}

/** The gzip file of these pieces, one after the other: compressed pieces can be put together again and again. */
export function gzipOf(pieces: readonly Piece[]): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(
    pieces.reduce((sum, { plain }) => crc32(plain, sum), 0),
    0,
  );
  trailer.writeUInt32LE(
    pieces.reduce((length, { plain }) => length + plain.length, 0),
    4,
  );
  return Buffer.concat([HEADER, ...pieces.map(({ blocks }) => blocks), LAST_BLOCK, trailer]);
}
