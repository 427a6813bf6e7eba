import type { Handler } from 'express';
import helmet from 'helmet';
import type { Settings } from '../config/settings.js';

const SELF = "'self'";
const NONE = "'none'";
const YEAR = 31_536_000;

/** Everything comes from this host and nothing stands in a page: no inline script, no inline style, no third party. */
export function securityHeaders(settings: Pick<Settings, 'https'>): Handler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [NONE],
        scriptSrc: [SELF],
        styleSrc: [SELF],
        imgSrc: [SELF, 'data:'],
        fontSrc: [SELF],
        connectSrc: [SELF],
        manifestSrc: [SELF],
        formAction: [SELF],
        frameAncestors: [NONE],
        baseUri: [NONE],
      },
    },
    strictTransportSecurity: settings.https ? { maxAge: YEAR, includeSubDomains: false } : false,
    // Our own pages may know where somebody came from (the way back of error pages); nobody else.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}
