import { ifNode, note, oncePerCall, type Part } from './node.ts';
import { callerOf, event, received } from './start.ts';

const call = `${event}.data`;
const what = `({ VOICEMAIL: 'Message vocal', ABANDONED: 'Appel raccroché', FAILED: 'Appel en échec' })[${call}.outcome] ?? 'Appel manqué'`;
const when = `DateTime.fromISO(${event}.timestamp).toFormat("d/MM, H 'h' mm")`;
const message = `={{ ${what} }} de {{ ${callerOf} }}, {{ ${when} }}.{{ ${call}.vapi?.summary ? ' ' + ${call}.vapi.summary.slice(0, 400) : '' }}`;

/** The caller was not served: the owner gets a text. No second try: the first may have gone through. */
export const missedCall = (y: number): Part => ({
  nodes: [
    note(
      'Note : appel manqué',
      [860, y - 180],
      [960, 380],
      [
        '## Appel manqué → texto au propriétaire',
        'Ouvrez **Texto au propriétaire**, choisissez votre compte Twilio, puis remplacez *From* (votre numéro Twilio) et *To* (votre cellulaire).',
        '**Missed call → text the owner.** Open the last node, choose your Twilio account, replace *From* (your Twilio number) and *To* (your mobile).',
      ],
    ),
    ifNode(
      'Appel manqué?',
      [900, y],
      [
        { left: '={{ $json.eventType }}', is: { equals: 'call.ended' } },
        { left: "={{ $json.data.direction ?? '' }}", is: { equals: 'inbound' } },
        { left: "={{ $json.data.outcome ?? '' }}", is: { oneOf: ['MISSED', 'VOICEMAIL', 'ABANDONED', 'FAILED'] } },
      ],
    ),
    oncePerCall('Un seul texto par appel', [1120, y]),
    {
      name: 'Texto au propriétaire',
      type: 'n8n-nodes-base.twilio',
      typeVersion: 1,
      position: [1340, y],
      parameters: { from: '+15145550100', to: '+15145550199', message, options: {} },
    },
  ],
  connections: [
    { from: received, to: 'Appel manqué?' },
    { from: 'Appel manqué?', to: 'Un seul texto par appel' },
    { from: 'Un seul texto par appel', to: 'Texto au propriétaire' },
  ],
});
