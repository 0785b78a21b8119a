import { Injectable } from '@nestjs/common';
import { Config } from '#libs/platform';
import { addToPath } from '../../http/add-to-path.js';
import type { OidcView } from '../../views/index.js';

/** The ways to the provider, on pages. */
@Injectable()
export class OidcLinks {
  constructor(private readonly config: Config) {}

  /** Nothing where there is no provider. @param next the page that its reader wanted to see: a path inside the app */
  of(next?: string): { readonly oidc?: OidcView } {
    const { people, basePath } = this.config;
    if (people.oidc === undefined) return {};
    const { name, publicUrl } = people.oidc;
    const root = publicUrl + basePath;
    return {
      oidc: {
        name,
        begin: root + addToPath('/oidc/begin', { next }),
        connect: `${root}/account/connections/begin`,
      },
    };
  }
}
