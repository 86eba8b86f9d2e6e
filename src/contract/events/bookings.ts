import { z } from 'zod';
import { TimeZone } from '../tenants/timeZone.ts';
import { defineEvent, test } from './entry.ts';

const Moment = z.iso.datetime();

const bookingFields = z.object({
  bookingId: z.guid(),
  callId: z.string().nullable().describe('Of the call that it was made, changed or cancelled on; null for any other'),
  customer: z.object({ name: z.string().nullable(), phone: z.string().nullable().describe('E.164') }),
  service: z.string().nullable().describe('The work to be done, in the words of the business'),
  startsAt: Moment,
  endsAt: Moment,
  timeZone: TimeZone.describe('IANA name: where the visit takes place'),
  notes: z.string().nullable(),
  test,
});

const BookingData = bookingFields.meta({ id: 'BookingEventData' });

const RescheduledData = bookingFields.extend({ previous: z.object({ startsAt: Moment, endsAt: Moment }) });

const CancelledData = bookingFields.extend({
  reason: z.string().nullable().describe('In the words of the person who cancelled; null if no reason was given'),
});

const exampleBooking: z.infer<typeof BookingData> = {
  bookingId: '019b7c40-0000-7000-8000-0000000000b0',
  callId: 'CA0123456789abcdef0123456789abcdef',
  customer: { name: 'Marie Tremblay', phone: '+15145550142' },
  service: 'water heater',
  startsAt: '2026-01-16T14:00:00.000Z',
  endsAt: '2026-01-16T15:30:00.000Z',
  timeZone: 'America/Toronto',
  notes: 'The water is shut off. Ring twice.',
};

export const bookingEvents = {
  'booking.created': defineEvent({
    availability: 'announced',
    subject: 'booking',
    version: 1,
    description: 'A visit is booked.',
    data: BookingData,
    example: exampleBooking,
    exampleEventId: `${exampleBooking.bookingId}:booking-created`,
  }),
  'booking.rescheduled': defineEvent({
    availability: 'announced',
    subject: 'booking',
    version: 1,
    description: 'A visit takes place at another time.',
    data: RescheduledData,
    example: {
      ...exampleBooking,
      startsAt: '2026-01-19T18:00:00.000Z',
      endsAt: '2026-01-19T19:30:00.000Z',
      previous: { startsAt: exampleBooking.startsAt, endsAt: exampleBooking.endsAt },
    },
    exampleEventId: `${exampleBooking.bookingId}:booking-rescheduled:1768473009210`,
  }),
  'booking.cancelled': defineEvent({
    availability: 'announced',
    subject: 'booking',
    version: 1,
    description: 'A visit does not take place.',
    data: CancelledData,
    example: { ...exampleBooking, reason: 'The neighbour could repair it.' },
    exampleEventId: `${exampleBooking.bookingId}:booking-cancelled`,
  }),
};
