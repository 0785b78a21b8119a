import { createHash } from 'node:crypto';
import { extname, basename } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** From the smallest to the largest. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** A file that browsers keep for ever: its name changes with its content. */
export interface Asset {
  readonly file: string;
  readonly type: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

/** `app.css` becomes `app.3f2a91c0.css`. */
export function hashedName(name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const extension = extname(name);
  return `${basename(name, extension)}.${hash}${extension}`;
}

export function packAsset(file: string, content: Buffer): Asset {
  const type = types[extname(file)];
  if (type === undefined) throw new Error(`No content type is known for ${file}`);
  return {
    file,
    type,
    bodies: {
      br: brotliCompressSync(content),
      gzip: gzipSync(content, { level: 9 }),
      identity: content,
    },
  };
}
