import { Controller, Get, Headers, NotFoundException, Param, Res } from '@nestjs/common';
import { Needs } from '../access/index.js';
import { acceptedEncoding } from '../http/accepted-encoding.js';
import { AnyHost } from '../http/any-host.js';
import { ENCODINGS, type Asset, type Encoding } from './asset.js';
import { Assets } from './assets.js';
import { ReadsFrom } from '../http/reads-from.js';

interface Reply {
  headers(values: Readonly<Record<string, string>>): unknown;
}

@AnyHost()
@Needs('everybody')
@ReadsFrom('none')
@Controller('assets')
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Get(':file')
  async serve(
    @Param('file') file: string,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<Buffer> {
    const own = this.assets.find(file);
    const asset = own ?? this.assets.findOfAnotherRelease(file);
    if (asset === undefined) throw new NotFoundException();
    const encoding = acceptedEncoding(accepted, ENCODINGS);
    reply.headers({ ...headersOf(asset, encoding), 'cache-control': own ? FOR_EVER : AGAIN });
    return await asset.body(encoding);
  }
}

const FOR_EVER = 'public, max-age=31536000, immutable';

/** What the name stands for is in another process; the next one that is asked may have it. */
const AGAIN = 'no-store';

/** Not as decorators: those would make a 404 immutable as well. */
function headersOf(asset: Asset, encoding: Encoding): Readonly<Record<string, string>> {
  return {
    'content-type': asset.type,
    vary: 'accept-encoding',
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  };
}
