import { Controller, Get, Headers, NotFoundException, Param, Res } from '@nestjs/common';
import { acceptedEncoding } from './accepted-encoding.js';
import type { Asset, Encoding } from './asset.js';
import { Assets } from './assets.js';

interface Reply {
  headers(values: Readonly<Record<string, string>>): unknown;
}

@Controller('assets')
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Get(':file')
  serve(
    @Param('file') file: string,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Buffer {
    const asset = this.assets.find(file);
    if (asset === undefined) throw new NotFoundException();
    const encoding = acceptedEncoding(accepted ?? '');
    reply.headers(headersOf(asset, encoding));
    return asset.bodies[encoding];
  }
}

/** Not as decorators: those would make a 404 immutable as well. */
function headersOf(asset: Asset, encoding: Encoding): Readonly<Record<string, string>> {
  return {
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': asset.type,
    vary: 'accept-encoding',
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  };
}
