interface KnownUuid {
  readonly bytes: Buffer;
  text: string;
}

const MICROSECONDS = 1_000;
const POSTGRES_EPOCH = Date.UTC(2000, 0, 1);
const INT32_VALUES = 2 ** 32;
const UUID_BYTES = 16;
const EMPTY_OBJECT_BYTES = 2;
const OPENING_BRACE = 0x7b;

/**
 * A row of `copy ... to stdout (format binary)`. Its columns are read one after the other, and none of them may
 * be null. See https://www.postgresql.org/docs/18/sql-copy.html, "Binary Format", and `typsend` of each type.
 */
export class BinaryRow {
  private bytes: Buffer = Buffer.alloc(0);
  private offset = 0;
  /** By where they begin in a row. Rows come sorted, so most of them have the same uuids as the row before. */
  private readonly uuids = new Map<number, KnownUuid>();

  /** @param offset where the first column begins */
  open(bytes: Buffer, offset: number): void {
    this.bytes = bytes;
    this.offset = offset;
  }

  int2(): number {
    return this.bytes.readInt16BE(this.column());
  }

  int4(): number {
    return this.bytes.readInt32BE(this.column());
  }

  /** Positions stay far below 2^53. */
  int8(): number {
    const begin = this.column();
    return this.bytes.readInt32BE(begin) * INT32_VALUES + this.bytes.readUInt32BE(begin + 4);
  }

  text(): string {
    const begin = this.column();
    return this.bytes.toString('utf8', begin, this.offset);
  }

  jsonb(): unknown {
    // The first byte is the version of the format.
    const begin = this.column() + 1;
    // Much of what is stored is `{}`.
    if (this.offset - begin === EMPTY_OBJECT_BYTES && this.bytes[begin] === OPENING_BRACE) return {};
    return JSON.parse(this.bytes.toString('utf8', begin, this.offset));
  }

  /** A moment before the next millisecond, as the driver reads it as well. */
  timestamptz(): Date {
    return new Date(POSTGRES_EPOCH + Math.floor(this.int8() / MICROSECONDS));
  }

  uuid(): string {
    const begin = this.column();
    const known = this.uuids.get(begin);
    if (known !== undefined && isSame(known.bytes, this.bytes, begin)) return known.text;
    const bytes = Buffer.from(this.bytes.subarray(begin, this.offset));
    const text = textOf(bytes);
    this.uuids.set(begin, { bytes, text });
    return text;
  }

  /** Moves on behind the next column. Returns where it begins. */
  private column(): number {
    const begin = this.offset + 4;
    this.offset = begin + this.bytes.readInt32BE(this.offset);
    return begin;
  }
}

/** Quicker than `Buffer.compare`, which leaves JavaScript. */
function isSame(uuid: Buffer, bytes: Buffer, begin: number): boolean {
  for (let index = 0; index < UUID_BYTES; index += 1) {
    if (uuid[index] !== bytes[begin + index]) return false;
  }
  return true;
}

function textOf(uuid: Buffer): string {
  const hex = uuid.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
