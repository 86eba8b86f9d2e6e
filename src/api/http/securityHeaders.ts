import helmet from 'koa-helmet';
import type { Middleware } from 'koa';

/** Helmet's headers. The pages load nothing from elsewhere; plain HTTP works where the public address is not HTTPS. */
export const securityHeaders = (publicUrl: string): Middleware =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The documentation page styles itself from its script.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: publicUrl.startsWith('https:'),
  });
