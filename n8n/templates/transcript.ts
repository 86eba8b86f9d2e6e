import { ifNode, note, oncePerCall, type Part } from './node.ts';
import { callerOf, event, received } from './start.ts';

const call = `${event}.data`;
const caller = `{{ ${callerOf} }}`;
const subject = `=Appel de ${caller} ({{ ${call}.outcome }})`;
const text = `=De : ${caller}
À : {{ ${call}.to ?? '' }}
Durée : {{ ${call}.duration ?? 0 }} s
Résultat : {{ ${call}.outcome }}

{{ ${call}.vapi?.summary ?? '' }}

{{ ${call}.transcript }}
`;

/** A call with a transcript is over: it goes out by e-mail. */
export const transcript = (y: number): Part => ({
  nodes: [
    note(
      'Note : transcription',
      [860, y - 180],
      [960, 380],
      [
        '## Transcription → courriel',
        'Ouvrez **Courriel**, choisissez votre serveur SMTP, puis remplacez *From Email* et *To Email*.',
        '**Transcript → e-mail.** Open the last node, choose your SMTP server, replace *From Email* and *To Email*.',
      ],
    ),
    ifNode(
      'Transcription prête?',
      [900, y],
      [
        { left: '={{ $json.eventType }}', is: { oneOf: ['call.ended', 'call.analyzed'] } },
        { left: "={{ $json.data.outcome ?? '' }}", is: 'notEmpty' },
        { left: "={{ $json.data.transcript ?? '' }}", is: 'notEmpty' },
      ],
    ),
    oncePerCall('Un seul courriel par appel', [1120, y]),
    {
      name: 'Courriel',
      type: 'n8n-nodes-base.emailSend',
      typeVersion: 2.1,
      position: [1340, y],
      parameters: {
        fromEmail: 'receptionniste@example.com',
        toEmail: 'proprietaire@example.com',
        subject,
        emailFormat: 'text',
        text,
        options: { appendAttribution: false },
      },
    },
  ],
  connections: [
    { from: received, to: 'Transcription prête?' },
    { from: 'Transcription prête?', to: 'Un seul courriel par appel' },
    { from: 'Un seul courriel par appel', to: 'Courriel' },
  ],
});
