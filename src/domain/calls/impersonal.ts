import type { AssistantReport, CallObservation } from './observation.ts';

/** A vendor's word for why a call ended is a code; anything else could quote people. */
const codeOf = (reason: string): string =>
  /^[a-z][\w.-]*$/i.test(reason) && !/\d{7}/.test(reason) ? reason : 'unknown';

const impersonalReport = ({ endedReason, endedClass, booked }: AssistantReport): AssistantReport => ({
  endedReason: codeOf(endedReason),
  endedClass,
  booked,
  partial: true,
});

const known = <T extends object, K extends keyof T>(value: T, ...names: K[]): Pick<T, K> =>
  Object.fromEntries(names.filter((name) => value[name] !== undefined).map((name) => [name, value[name]])) as Pick<
    T,
    K
  >;

/**
 * What a call's workflow may know of an event, and so Temporal: no phone number, name, word or address. Named field by
 * field, so that a new one stays out until it is let in.
 */
export const impersonal = (event: CallObservation): CallObservation => {
  const base = known(event, 'source', 'at', 'confirmed');
  switch (event.type) {
    case 'status':
      return {
        ...base,
        type: event.type,
        status: event.status,
        ...known(
          event,
          'direction',
          'carrier',
          'carrierCallId',
          'assistantCallId',
          'startedAt',
          'answeredAt',
          'endedAt',
          'durationSeconds',
        ),
      };
    case 'leg':
      // The name of a step may be a person's.
      return {
        ...base,
        type: event.type,
        legId: event.legId,
        role: event.role,
        status: event.status,
        ...known(event, 'reason', 'rung'),
      };
    case 'recording':
      return {
        ...base,
        type: event.type,
        recordingId: event.recordingId,
        voicemail: event.voicemail,
        ...known(event, 'durationSeconds'),
      };
    case 'transcript':
      return { ...base, type: event.type, text: '' };
    case 'machine':
      return { ...base, type: event.type, legId: event.legId };
    case 'report':
      return { ...base, type: event.type, report: impersonalReport(event.report) };
    case 'cost':
      return { ...base, type: event.type, microUsd: event.microUsd };
  }
};
