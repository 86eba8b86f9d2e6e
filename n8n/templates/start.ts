import { codeNode, codeOf, ifNode, note, type Part } from './node.ts';

const verification = `// Collez ici le secret de signature (whsec_…), entre les apostrophes. / Paste the signing secret here, between the quotes.
const typedSecret = '';

${codeOf('verify.js')}
const secret = typedSecret || $env.AI_RECEPTIONIST_SECRET;
if (!secret) throw new Error('Collez le secret de signature en haut de ce nœud. / Paste the signing secret at the top of this node.');
const { headers } = $input.first().json;
// The bytes that were signed: what n8n has parsed may look different when it is written again.
const body = await this.helpers.getBinaryDataBuffer(0, 'data');
const problem = problemOf(headers, body, secret, Date.now() / 1000);
return [{ json: problem ? { verified: false, problem } : { verified: true, ...JSON.parse(body.toString()) } }];
`;

/** The name of the node after which an event is known to be ours, and has been answered. */
export const received = 'Répondre 200';

/** The event in any expression: *Remove Duplicates* with a full memory hands on an error in its place. */
export const event = `$('${received}').first().json`;

/** Whom an expression may show as the caller: a withheld number is called `anonymous`. */
export const callerOf = `(${event}.data.from ?? 'anonymous').replace(/^anonymous$/, 'numéro masqué')`;

/** How each template begins: take the event, verify it, answer. @param path behind `/webhook/` */
export const start = (path: string): Part => ({
  nodes: [
    note(
      'Note : réception',
      [-40, -420],
      [840, 250],
      [
        '## 1. Recevoir et vérifier',
        'Ouvrez **Vérifier la signature** et collez le secret de signature sur la deuxième ligne. Le même secret va dans les réglages du tableau de bord, avec l’adresse **Production URL** du nœud **Événement reçu**. Activez ensuite le workflow.',
        '',
        '---',
        '**Receive and verify.** Open *Vérifier la signature* and paste the signing secret on its second line. The same secret goes into the dashboard’s settings, with the *Production URL* of the first node. Then activate the workflow.',
      ],
    ),
    {
      name: 'Événement reçu',
      type: 'n8n-nodes-base.webhook',
      typeVersion: 2,
      position: [0, 0],
      parameters: { httpMethod: 'POST', path, responseMode: 'responseNode', options: { rawBody: true } },
    },
    codeNode('Vérifier la signature', [220, 0], verification),
    ifNode('Signature valide?', [440, 0], [{ left: '={{ $json.verified }}', is: 'true' }]),
    {
      name: received,
      type: 'n8n-nodes-base.respondToWebhook',
      typeVersion: 1.1,
      position: [660, -100],
      parameters: { respondWith: 'json', responseBody: '{ "received": true }', options: { responseCode: 200 } },
    },
    {
      name: 'Répondre 401',
      type: 'n8n-nodes-base.respondToWebhook',
      typeVersion: 1.1,
      position: [660, 120],
      parameters: {
        respondWith: 'json',
        responseBody: '={{ { "code": 401, "message": $json.problem } }}',
        options: { responseCode: 401 },
      },
    },
  ],
  connections: [
    { from: 'Événement reçu', to: 'Vérifier la signature' },
    { from: 'Vérifier la signature', to: 'Signature valide?' },
    { from: 'Signature valide?', to: received },
    { from: 'Signature valide?', output: 1, to: 'Répondre 401' },
  ],
});
