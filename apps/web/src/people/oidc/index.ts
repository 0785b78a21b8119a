/** Signing in with a provider of OpenID Connect. */
import { ConnectionOfferController } from './connection-offer.controller.js';
import { ConnectionsController } from './connections.controller.js';
import { OidcJourney } from './oidc-journey.js';
import { OidcLinks } from './oidc-links.js';
import { OidcProvider } from './oidc-provider.js';
import { OidcController } from './oidc.controller.js';

export const OIDC_PAGES = [ConnectionsController, ConnectionOfferController, OidcController];

export const OIDC_MAKERS = [OidcJourney, OidcLinks, OidcProvider];
