import { z } from 'zod';
import { startServer, type StandinAnswer, type StandinRequest } from '../../dev/standins/server.ts';

/** What Google is asked to put into a calendar. @see https://developers.google.com/workspace/calendar/api/v3/reference/events */
const Moment = z.union([
  z.strictObject({ dateTime: z.iso.datetime(), timeZone: z.string() }),
  z.strictObject({ date: z.iso.date() }),
]);
const CalendarEvent = z.strictObject({
  id: z.string().regex(/^[a-v0-9]{5,1024}$/),
  summary: z.string(),
  description: z.string(),
  location: z.string().optional(),
  start: Moment,
  end: Moment,
  recurrence: z.array(z.string()).max(0),
});
type CalendarEvent = z.infer<typeof CalendarEvent>;

const PhoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/);
const Text = z.object({ From: PhoneNumber, To: PhoneNumber, Body: z.string().min(1).max(1600) });
type Text = z.infer<typeof Text>;

export const accounts = {
  twilioSid: `AC${'0'.repeat(30)}42`,
  twilioToken: 'a token that only the stand-in knows',
  googleToken: 'an access token that only the stand-in knows',
};

export interface Outside {
  url: string;
  calendar: CalendarEvent[];
  texts: Text[];
  /** Requests that the vendors would have refused. */
  violations: string[];
  stop(): Promise<void>;
}

/** Google Calendar and Twilio, as far as the templates use them. */
export const startOutside = async (): Promise<Outside> => {
  const calendar: CalendarEvent[] = [];
  const texts: Text[] = [];
  const violations: string[] = [];
  const refuse = (status: number, problem: string): StandinAnswer => {
    violations.push(problem);
    return { status, json: { error: { code: status, message: problem } } };
  };

  const insertEvent = ({ headers, body }: StandinRequest): StandinAnswer => {
    if (headers.authorization !== `Bearer ${accounts.googleToken}`) return refuse(401, 'Google: no access token');
    const event = CalendarEvent.safeParse(JSON.parse(body.toString()));
    if (!event.success) return refuse(400, `Google: ${event.error.message} in ${body.toString()}`);
    if (calendar.some(({ id }) => id === event.data.id)) return refuse(409, `Google: ${event.data.id} exists already`);
    calendar.push(event.data);
    return { status: 200, json: { kind: 'calendar#event', status: 'confirmed', ...event.data } };
  };

  const sendText = ({ headers, body }: StandinRequest): StandinAnswer => {
    const expected = Buffer.from(`${accounts.twilioSid}:${accounts.twilioToken}`).toString('base64');
    if (headers.authorization !== `Basic ${expected}`) return refuse(401, 'Twilio: Authenticate');
    const text = Text.safeParse(Object.fromEntries(new URLSearchParams(body.toString())));
    if (!text.success) return refuse(400, `Twilio: ${text.error.message} in ${body.toString()}`);
    texts.push(text.data);
    return { status: 201, json: { sid: `SM${'0'.repeat(32)}`, status: 'queued', body: text.data.Body } };
  };

  const handle = (request: StandinRequest): StandinAnswer => {
    switch (`${request.method} ${request.path}`) {
      case 'POST /calendar/v3/calendars/primary/events':
        return insertEvent(request);
      case `POST /2010-04-01/Accounts/${accounts.twilioSid}/Messages.json`:
        return sendText(request);
      default:
        return refuse(404, `the stand-in does not serve ${request.method} ${request.path}`);
    }
  };
  const server = await startServer({ name: 'Google and Twilio', port: 0, handle });
  return { url: server.url, calendar, texts, violations, stop: () => server.stop() };
};
