import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TwilioStub extends AsyncDisposable {
  url: string;
}

/** Answers every question about a call as Twilio does for one that is over and has its price. */
export async function startTwilioStub(): Promise<TwilioStub> {
  const server = createServer((request, response) => {
    const [, accountSid, sid] = /\/Accounts\/(\w+)\/Calls\/(\w+)\.json/.exec(request.url ?? '') ?? [];
    response.writeHead(sid === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...finishedCall, sid, account_sid: accountSid }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const finishedCall = {
  api_version: '2010-04-01',
  status: 'completed',
  direction: 'inbound',
  from: '+15145550142',
  to: '+15145550100',
  duration: '18',
  price: '-0.0085',
  price_unit: 'USD',
  date_created: 'Fri, 20 Nov 2026 15:20:00 +0000',
  start_time: 'Fri, 20 Nov 2026 15:20:00 +0000',
  end_time: 'Fri, 20 Nov 2026 15:20:18 +0000',
};
