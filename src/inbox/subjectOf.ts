import type { WaitingEvent } from './store.ts';

/** The same for all events about one subject, and for no others. */
export const subjectOf = ({ tenantId, subject }: Pick<WaitingEvent, 'tenantId' | 'subject'>): string =>
  `${subject.kind}/${tenantId}/${subject.id}`;
