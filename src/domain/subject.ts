/** What a webhook reports about, and what an event on its way out is about. */
export type SubjectKind = 'call' | 'message' | 'number' | 'booking' | 'work_item';

/** Names one of them within its tenant: a call by the carrier's id, a phone number by itself, in E.164; a work item by its row's. */
export interface Subject<Kind extends SubjectKind = SubjectKind> {
  kind: Kind;
  id: string;
}

/** A subject as rows have it: neither where they are about nothing. */
export interface SubjectColumns {
  subjectKind: SubjectKind | null;
  subjectId: string | null;
}

export const subjectColumns = (subject: Subject | null): SubjectColumns => ({
  subjectKind: subject?.kind ?? null,
  subjectId: subject?.id ?? null,
});

export const callSubject = (id: string): Subject<'call'> => ({ kind: 'call', id });

/** The id of the call that a row is about; null where it is about something else. */
export const callIdIn = ({ subjectKind, subjectId }: SubjectColumns): string | null =>
  subjectKind === 'call' ? subjectId : null;
