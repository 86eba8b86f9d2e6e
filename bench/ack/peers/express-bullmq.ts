import express from 'express';
import twilio from 'twilio';
import { environment, queueEnvironment } from './environment.ts';
import { jobOptions, openQueue, type Form } from './queue.ts';

const { redisUrl, prefix } = queueEnvironment();
const queue = openQueue(redisUrl, prefix);
await queue.waitUntilReady();

const app = express();
app.disable('x-powered-by');
app.disable('etag');

app.post('/webhooks/twilio/:tenantSlug', express.urlencoded({ extended: false }), async (request, response) => {
  const { tenantSlug } = request.params;
  const token = environment.authTokens.get(tenantSlug);
  const form = request.body as Form;
  const url = environment.publicUrl + request.originalUrl;
  if (!token || !twilio.validateRequest(token, request.get('x-twilio-signature') ?? '', url, form)) {
    response.status(403).end();
    return;
  }
  await queue.add('callback', { tenantSlug, form }, jobOptions(form));
  response.status(204).end();
});

app.listen(environment.port, '127.0.0.1', () => process.send?.('ready'));
