import { Injectable } from '@nestjs/common';
import { Asset, hashedName } from './asset.js';
import { readAssetSources } from './asset-sources.js';

export interface AssetOptions {
  /** Without a slash at its end. */
  readonly basePath: string;
  /** Files are read once; otherwise again for every page. */
  readonly production: boolean;
}

/** `app.css` of `app.3f2a91c0.css`. */
const nameOf = (file: string) => file.replace(/\.[0-9a-f]{8}(\.\w+)$/, '$1');

/** Style sheet, script and icon: found by a name that contains their hash. */
@Injectable()
export class Assets {
  private readonly assets = new Map<string, Asset>();
  private files: ReadonlyMap<string, string>;

  constructor(private readonly options: AssetOptions) {
    this.files = this.read();
  }

  /** @throws Error when there is no such asset: a template is wrong. */
  url(name: string): string {
    if (!this.options.production) this.files = this.read();
    const file = this.files.get(name);
    if (file === undefined) throw new Error(`There is no asset ${name}`);
    return `${this.options.basePath}/assets/${file}`;
  }

  find(file: string): Asset | undefined {
    return this.assets.get(file);
  }

  /** What a page of another release means by a name with another hash: in the middle of an update both are asked for. */
  findOfAnotherRelease(file: string): Asset | undefined {
    const own = this.files.get(nameOf(file));
    return own === undefined || nameOf(file) === file ? undefined : this.assets.get(own);
  }

  private read(): ReadonlyMap<string, string> {
    return new Map([...readAssetSources()].map(([name, content]) => [name, this.add(name, content)]));
  }

  private add(name: string, content: Buffer): string {
    const file = hashedName(name, content);
    if (!this.assets.has(file)) this.assets.set(file, new Asset(file, content));
    return file;
  }
}
