import type pg from 'pg';
import { BinaryRow } from './binary-row.js';
import type { Connection } from './database.js';

/** Rows that are handed on together: enough that it hardly matters how long each batch takes by itself. */
const BATCH = 1_000;

/** The signature, the flags and the length of an extension, of which there is none. */
const HEADER_BYTES = 19;
const END = -1;

/**
 * Runs `copy (...) to stdout (format binary)`, which takes PostgreSQL and Node half as long as a select, and hands
 * on what is made of its rows, many at a time. The next ones are on their way meanwhile. If they are not taken,
 * PostgreSQL waits.
 *
 * When the caller stops before the end, the connection can do nothing else any more: end it.
 *
 * @param statement cannot have parameters
 */
export async function* copyOut<Item>(
  connection: Connection,
  statement: string,
  decode: (row: BinaryRow) => Item,
): AsyncGenerator<readonly Item[]> {
  const copying = connection.query(new CopyOut(statement, decode));
  for (;;) {
    const items = await copying.take();
    if (items.length === 0) return;
    yield items;
  }
}

/** The driver calls its methods: see `Query` in pg/lib/query.js. */
class CopyOut<Item> implements pg.Submittable {
  /** Where the driver has a time limit, it puts another one here that ends its timer. */
  callback: (error?: unknown) => void = () => undefined;
  private readonly row = new BinaryRow();
  private hasHeader = true;
  private items: Item[] = [];
  private isEnded = false;
  private error: unknown;
  private stream: { pause(): void; resume(): void } | undefined;
  private wake: () => void = () => undefined;

  constructor(
    private readonly statement: string,
    private readonly decode: (row: BinaryRow) => Item,
  ) {}

  /** Waits for the next items. Returns none of them at the end. */
  async take(): Promise<readonly Item[]> {
    while (this.items.length < BATCH && !this.isEnded) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    // Also after an error, or what PostgreSQL says last would never be read.
    this.stream?.resume();
    if (this.error !== undefined) throw this.error;
    const { items } = this;
    this.items = [];
    return items;
  }

  submit(connection: pg.Connection): void {
    this.stream = connection.stream;
    connection.query(this.statement);
  }

  /** The driver uses the memory of the chunk again, so nothing of it may be kept. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (this.error !== undefined) return;
    const begin = this.hasHeader ? HEADER_BYTES : 0;
    this.hasHeader = false;
    if (chunk.readInt16BE(begin) === END) return;
    this.row.open(chunk, begin + 2);
    this.items.push(this.decode(this.row));
    if (this.items.length === BATCH) {
      this.stream?.pause();
      this.wake();
    }
  }

  handleError(error: unknown): void {
    this.error = error;
    this.end();
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.end();
    this.callback();
  }

  handleCommandComplete(): void {
    // Nothing: `ReadyForQuery` follows.
  }

  private end(): void {
    this.isEnded = true;
    this.wake();
  }
}
