import { z } from 'zod';
import { languages } from '../../domain/text/languages.ts';
import { workItemKinds, workItemPriorities, workItemStatuses } from '../../domain/workItems/workItem.ts';
import { Id, Instant } from '../http/fields.ts';

export const WorkItemView = z
  .object({
    id: Id,
    kind: z.enum(workItemKinds),
    text: z.string().describe('What the caller wants'),
    callerNumber: z.string().nullable().describe('E.164; null where it is not known'),
    callerName: z.string().nullable(),
    language: z.enum(languages).nullable().describe('What the caller speaks; null where it is not known'),
    ownerId: Id.nullable().describe('The user who is to do it; null: any of them'),
    dueAt: Instant.describe('As it was promised to the caller'),
    priority: z.enum(workItemPriorities),
    status: z.enum(workItemStatuses),
    overdue: z.boolean().describe('Open, and its time has passed'),
    result: z.string().nullable().describe('What came of it'),
    finishedAt: Instant.nullable(),
    finishedBy: z.string().nullable().describe('The e-mail address, or the name of the API key, that ended it'),
    callId: z.string().nullable().describe('Of the call that it was promised on; null where a person made it'),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'WorkItem', description: 'What was promised to a caller, or noted by a person' });

export const exampleWorkItem = {
  id: '019b7c3e-0000-7000-8000-0000000000d7',
  kind: 'callback' as const,
  text: 'La fournaise s’est arrêtée; veut savoir quand un technicien peut passer.',
  callerNumber: '+15145551234',
  callerName: 'Josée Tremblay',
  language: 'fr' as const,
  ownerId: null,
  dueAt: '2026-01-15T17:00:00.000Z',
  priority: 'normal' as const,
  status: 'open' as const,
  overdue: false,
  result: null,
  finishedAt: null,
  finishedBy: null,
  callId: 'CA0123456789abcdef0123456789abcdef',
  createdAt: '2026-01-15T14:55:00.000Z',
  updatedAt: '2026-01-15T14:55:00.000Z',
};
