import { createHash } from 'node:crypto';
import { extname, basename } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** From the smallest to the largest. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** A file that browsers keep for ever: its name changes with its content. */
export class Asset {
  readonly type: string;
  private readonly packed = new Map<Encoding, Promise<Buffer>>();

  /** @throws Error when no content type is known for such a file */
  constructor(
    readonly file: string,
    private readonly content: Buffer,
  ) {
    const type = types[extname(file)];
    if (type === undefined) throw new Error(`No content type is known for ${file}`);
    this.type = type;
  }

  /** Packed when it is first asked for: all of them would be a fifth of what it takes to start. */
  body(encoding: Encoding): Promise<Buffer> {
    const body = this.packed.get(encoding) ?? pack[encoding](this.content);
    this.packed.set(encoding, body);
    return body;
  }
}

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };

const pack: Readonly<Record<Encoding, (content: Buffer) => Promise<Buffer>>> = {
  br: (content) => compress.br(content),
  gzip: (content) => compress.gzip(content, { level: 9 }),
  identity: (content) => Promise.resolve(content),
};

/** `app.css` becomes `app.3f2a91c0.css`. */
export function hashedName(name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const extension = extname(name);
  return `${basename(name, extension)}.${hash}${extension}`;
}
