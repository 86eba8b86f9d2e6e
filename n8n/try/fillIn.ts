import { readFileSync } from 'node:fs';
import { accounts } from './outside.ts';

/** The parts of a template that a person changes. */
interface FilledWorkflow {
  id: string;
  nodes: {
    type: string;
    parameters: Record<string, unknown>;
    credentials?: Record<string, { id: string; name: string }>;
  }[];
}

export const owner = { from: '+15145550100', mobile: '+15145550142', email: 'proprietaire@exemple.test' };

const credential = (type: string) => ({ [type]: { id: `try-${type}`, name: type } });

/** The accounts that a person would enter, in the form that `n8n import:credentials` takes. */
export const credentials = (smtpPort: number) => [
  {
    id: 'try-googleCalendarOAuth2Api',
    name: 'googleCalendarOAuth2Api',
    type: 'googleCalendarOAuth2Api',
    data: {
      clientId: 'try',
      clientSecret: 'try',
      oauthTokenData: { access_token: accounts.googleToken, refresh_token: 'try', token_type: 'Bearer' },
    },
  },
  {
    id: 'try-twilioApi',
    name: 'twilioApi',
    type: 'twilioApi',
    data: { authType: 'authToken', accountSid: accounts.twilioSid, authToken: accounts.twilioToken },
  },
  {
    id: 'try-smtp',
    name: 'smtp',
    type: 'smtp',
    data: { host: '127.0.0.1', port: smtpPort, secure: false, disableStartTls: true, user: '', password: '' },
  },
];

/**
 * Does to a template what the guide asks of its user, and nothing else.
 * @param secret typed into the Code node; without one it comes from n8n's environment
 * @throws Error when the template has no place for it
 */
export const fillIn = (file: string, secret: string | undefined): FilledWorkflow => {
  const workflow = JSON.parse(readFileSync(file, 'utf8')) as FilledWorkflow;
  let isSecretTyped = secret === undefined;
  for (const node of workflow.nodes) {
    const { parameters } = node;
    const place = "const typedSecret = '';";
    switch (node.type.replace('n8n-nodes-base.', '')) {
      case 'googleCalendar':
        node.credentials = credential('googleCalendarOAuth2Api');
        break;
      case 'twilio':
        node.credentials = credential('twilioApi');
        Object.assign(parameters, { from: owner.from, to: owner.mobile });
        break;
      case 'emailSend':
        node.credentials = credential('smtp');
        Object.assign(parameters, { toEmail: owner.email });
        break;
      case 'code':
        if (secret === undefined || !String(parameters['jsCode']).includes(place)) break;
        parameters['jsCode'] = String(parameters['jsCode']).replace(place, `const typedSecret = '${secret}';`);
        isSecretTyped = true;
        break;
    }
  }
  if (!isSecretTyped) throw new Error(`${file} has no place for the secret`);
  return workflow;
};
