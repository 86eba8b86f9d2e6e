import type { StandinAnswer } from './server.ts';

/** What a real n8n does on a bad day. */
export const misbehaviours = ['error', 'booting', 'hang', 'gone', 'reset', 'unregistered', 'throttled'] as const;
export type Misbehaviour = (typeof misbehaviours)[number];

/** An inactive workflow, which may be active again in a minute. */
export const notRegistered = (method: string, path: string): StandinAnswer => ({
  status: 404,
  json: {
    code: 404,
    message: `The requested webhook "${method} ${path}" is not registered.`,
    hint: 'The workflow must be active for a production URL to run successfully.',
  },
});

export const wrongMethod = (method: string): StandinAnswer => ({
  status: 404,
  json: {
    code: 404,
    message: `This webhook is not registered for ${method} requests. Did you mean to make a POST request?`,
  },
});

export const started: StandinAnswer = { status: 200, json: { message: 'Workflow was started' } };

export const refused = (status: number, message: string): StandinAnswer => ({
  status,
  json: { code: status, message },
});

export const badDay = (kind: Misbehaviour, path: string): StandinAnswer => {
  switch (kind) {
    case 'error':
      return { status: 500, json: { code: 0, message: 'Workflow could not be started!' } };
    case 'booting':
      return {
        status: 200,
        text: '<html><body>n8n is starting up. Please wait</body></html>',
        contentType: 'text/html; charset=utf-8',
      };
    case 'gone':
      return refused(410, 'Gone');
    case 'unregistered':
      return notRegistered('POST', path);
    case 'throttled':
      return { status: 429, json: { code: 429, message: 'Too many requests' }, headers: { 'retry-after': '1' } };
    case 'hang':
    case 'reset':
      return kind;
  }
};
