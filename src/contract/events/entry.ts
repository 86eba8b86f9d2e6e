import { z } from 'zod';
import type { CallSnapshot } from '../../domain/calls/session.ts';
import type { SubjectKind } from '../../domain/subject.ts';

/** `announced`: nothing sends it yet. Its data is decided, so that receivers can be built. */
export const availabilities = ['sent', 'announced'] as const;
type Availability = (typeof availabilities)[number];

export interface Occurrence<Data = Record<string, unknown>> {
  /** Distinguishes occurrences of one type in one call; absent where there is at most one. */
  of?: string;
  at: string | null;
  data: Data;
}

export interface CatalogueEntry<
  Data extends z.ZodObject = z.ZodObject,
  Available = Availability,
  Kind extends SubjectKind | null = SubjectKind | null,
> {
  availability: Available;
  /** What it is about, among whose events it is numbered; null where it is about the account. */
  subject: Kind;
  /** Another number when a receiver would have to change; what is added to `data` does not count. */
  version: number;
  description: string;
  data: Data;
  example: z.infer<Data>;
  exampleEventId: string;
  /**
   * What the call's state says has happened; absent where no call gives rise to it. `settled`: no provider is expected to say
   * more.
   */
  occurrences?(call: CallSnapshot, settled: boolean): Occurrence<z.infer<Data>>[];
}

/** Holds the example and the occurrences to the schema. */
export const defineEvent = <
  const Available extends Availability,
  Data extends z.ZodObject,
  const Kind extends SubjectKind | null,
>(
  entry: CatalogueEntry<Data, Available, Kind>,
): CatalogueEntry<Data, Available, Kind> => entry;

/** In the data of every event. */
export const test = z.literal(true).optional().describe('In a test event, which a user or a program asked for');
