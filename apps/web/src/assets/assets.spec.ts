import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { acceptedEncoding } from '../http/accepted-encoding.js';
import { ENCODINGS } from './asset.js';
import { Assets } from './index.js';

const assets = new Assets({ basePath: '/todo', production: true });

function find(name: string) {
  const asset = assets.find(assets.url(name).replace('/todo/assets/', ''));
  if (asset === undefined) throw new Error(`${name} was not found`);
  return asset;
}

describe('an asset', () => {
  it('has an address with its hash', () => {
    expect(assets.url('app.css')).toMatch(/^\/todo\/assets\/app\.[0-9a-f]{8}\.css$/);
  });

  it('is the same in every encoding', async () => {
    for (const name of ['app.css', 'de-app.js', 'icon.svg', 'idiomorph.js']) {
      const [br, gzip, identity] = await Promise.all(ENCODINGS.map((encoding) => find(name).body(encoding)));
      expect(brotliDecompressSync(br ?? '')).toEqual(identity);
      expect(gunzipSync(gzip ?? '')).toEqual(identity);
    }
  });

  it('is what a page of another release asks for, but not for ever', () => {
    expect(assets.find('app.00000000.css')).toBeUndefined();
    expect(assets.findOfAnotherRelease('app.00000000.css')).toBe(find('app.css'));
    for (const file of [
      'other.00000000.css',
      'app.css',
      'app.0000.css',
      'app.00000000.js.map',
      '../app.js',
    ]) {
      expect(assets.findOfAnotherRelease(file)).toBeUndefined();
    }
  });

  it('has to exist when a template names it', () => {
    expect(() => assets.url('other.css')).toThrow('There is no asset other.css');
  });
});

describe('the encoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, *;q=0', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['BR', 'br'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['*', 'br'],
    ['deflate, zstd', 'identity'],
    ['identity', 'identity'],
    ['', 'identity'],
  ])('for %j is %s', (header, encoding) => {
    expect(acceptedEncoding(header, ENCODINGS)).toBe(encoding);
  });
});
