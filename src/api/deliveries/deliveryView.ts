import { z } from 'zod';
import { deliveryStatuses } from '../../db/entities.ts';
import { attemptErrorCodes } from '../../domain/deliveries/attemptErrors.ts';
import { Id, Instant } from '../http/fields.ts';

const ErrorCode = z
  .enum(attemptErrorCodes)
  .nullable()
  .describe('Stable: switch on this. Null without an error, and for errors of earlier versions');

const ErrorParams = z
  .object({
    status: z.int().optional(),
    location: z.string().optional().describe('Where a redirect points'),
    seconds: z.number().optional().describe('How long the endpoint had'),
    host: z.string().optional(),
    detail: z.string().optional().describe('What the network said, in English'),
  })
  .nullable()
  .describe('What the code is about');

/** What went wrong with an attempt. */
export const attemptErrorShape = {
  error: z.string().nullable().describe('In English, for people'),
  errorCode: ErrorCode,
  errorParams: ErrorParams,
};

const Attempt = z
  .object({
    attempt: z.int().describe('From 1'),
    url: z.string(),
    responseStatus: z.int().nullable().describe('Null when no answer came'),
    ...attemptErrorShape,
    durationMs: z.int(),
    attemptedAt: Instant,
  })
  .meta({ id: 'DeliveryAttempt' });

export const DeliveryView = z
  .object({
    id: Id.describe('Also the `webhook-id` header, the same for each attempt'),
    endpointId: Id,
    eventId: z.string(),
    eventType: z.string(),
    externalCallId: z.string().nullable(),
    status: z.enum(deliveryStatuses).describe('`dead`: all attempts failed; `held`: its endpoint is disabled'),
    attempts: z.int(),
    nextAttemptAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
    formerUrl: z
      .string()
      .nullable()
      .describe('The URL that it was delivered to, if the endpoint has another one today'),
    lastError: z.string().nullable().describe('In English, for people'),
    lastErrorCode: ErrorCode,
    lastErrorParams: ErrorParams,
    createdAt: Instant,
    attemptLog: z.array(Attempt).describe('Oldest first'),
  })
  .meta({ id: 'Delivery', description: "One event on its way to the tenant's endpoint" });

export const DeliveryDetail = DeliveryView.extend({
  body: z.string().nullable().describe('The text that is signed and sent; null once the event or the endpoint is gone'),
  attemptLog: z.array(Attempt.extend({ responseBody: z.string().nullable().describe('The first 16 kB of the body') })),
}).meta({ id: 'DeliveryDetail' });

const exampleAttempt = {
  attempt: 1,
  url: 'https://n8n.example.com/webhook/calls',
  responseStatus: 200,
  error: null,
  errorCode: null,
  errorParams: null,
  durationMs: 84,
  attemptedAt: '2026-01-15T10:30:09.310Z',
};

export const exampleDelivery = {
  id: '019b7c40-0000-7000-8000-000000000002',
  endpointId: '019b7c40-0000-7000-8000-000000000003',
  eventId: 'CA0123456789abcdef0123456789abcdef:call-ended',
  eventType: 'call.ended',
  externalCallId: 'CA0123456789abcdef0123456789abcdef',
  status: 'delivered',
  attempts: 1,
  nextAttemptAt: null,
  deliveredAt: '2026-01-15T10:30:09.394Z',
  formerUrl: null,
  lastError: null,
  lastErrorCode: null,
  lastErrorParams: null,
  createdAt: '2026-01-15T10:30:09.210Z',
  attemptLog: [exampleAttempt],
};

export const exampleDeliveryDetail = {
  ...exampleDelivery,
  body: '{"eventType":"call.ended"}',
  attemptLog: [{ ...exampleAttempt, responseBody: '{"message":"Workflow was started"}' }],
};
