// Loaded into n8n's process before n8n: whatever it asks of Google and Twilio goes to OUTSIDE_URL instead, and nothing
// else leaves the machine by HTTPS.
const http = require('node:http');
const https = require('node:https');

const outside = new URL(process.env.OUTSIDE_URL);
const known = new Set(['www.googleapis.com', 'api.twilio.com']);

/** As `https.request` takes them: (url, options, callback), (options, callback) or (url, callback). */
const optionsOf = ([first, second]) => {
  const isUrl = typeof first === 'string' || first instanceof URL;
  const { hostname, pathname, search } = isUrl ? new URL(first) : {};
  const options = isUrl ? second : first;
  return { ...(isUrl && { hostname, path: `${pathname}${search}` }), ...(typeof options === 'object' && options) };
};

https.request = (...args) => {
  const { agent: _agent, agents: _agents, ...options } = optionsOf(args);
  const host = options.hostname ?? options.host;
  const isKnown = known.has(host);
  const callback = args.find((argument) => typeof argument === 'function');
  return http.request(
    {
      ...options,
      protocol: 'http:',
      host: outside.hostname,
      hostname: outside.hostname,
      port: outside.port,
      // The stand-in refuses what it does not know, and reports it.
      path: isKnown ? options.path : `/__unknown/${host}${options.path}`,
    },
    callback,
  );
};
https.get = (...args) => https.request(...args).end();
