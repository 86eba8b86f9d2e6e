import { codeNode, codeOf, ifNode, note, oncePerCall, type Part } from './node.ts';
import { event, received } from './start.ts';

const preparation = `// Durée d’un rendez-vous, en minutes. / Length of an appointment, in minutes.
const minutes = 60;

${codeOf('appointment.js')}
return [{ json: appointmentOf(${event}, minutes) }];
`;

/** An appointment was booked: it goes into the calendar. @param y where its row begins */
export const booking = (y: number): Part => ({
  nodes: [
    note(
      'Note : rendez-vous',
      [860, y - 180],
      [960, 380],
      [
        '## Rendez-vous → agenda',
        'Ouvrez **Google Agenda**, choisissez votre compte (*Credential*) et votre agenda. L’heure suit le fuseau du workflow (*Settings → Timezone*).',
        '**New booking → calendar.** Open the last node, choose your account and your calendar. Times follow the workflow’s time zone.',
      ],
    ),
    ifNode(
      'Rendez-vous pris?',
      [900, y],
      [
        { left: '={{ $json.eventType }}', is: { oneOf: ['call.ended', 'call.analyzed'] } },
        { left: "={{ $json.data.outcome ?? '' }}", is: { equals: 'BOOKED' } },
      ],
    ),
    oncePerCall('Un seul rendez-vous par appel', [1120, y]),
    codeNode('Préparer le rendez-vous', [1340, y], preparation),
    {
      name: 'Google Agenda',
      type: 'n8n-nodes-base.googleCalendar',
      typeVersion: 1.3,
      position: [1560, y],
      parameters: {
        calendar: { __rl: true, mode: 'list', value: 'primary', cachedResultName: 'primary' },
        start: '={{ $json.start }}',
        end: '={{ $json.end }}',
        additionalFields: {
          allday: '={{ $json.allDay }}',
          description: '={{ $json.description }}',
          id: '={{ $json.eventId }}',
          location: '={{ $json.location }}',
          summary: '={{ $json.title }}',
        },
      },
      // The event has an id of its own: a try that went through unnoticed is refused the second time.
      retryOnFail: true,
      maxTries: 3,
      waitBetweenTries: 5000,
    },
  ],
  connections: [
    { from: received, to: 'Rendez-vous pris?' },
    { from: 'Rendez-vous pris?', to: 'Un seul rendez-vous par appel' },
    { from: 'Un seul rendez-vous par appel', to: 'Préparer le rendez-vous' },
    { from: 'Préparer le rendez-vous', to: 'Google Agenda' },
  ],
});
