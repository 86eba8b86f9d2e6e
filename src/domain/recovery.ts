/** What an endpoint has not taken: never queued for it, given up, or held while it was disabled. */
export const recoverableStatuses = ['missing', 'dead', 'held'] as const;
type RecoverableStatus = (typeof recoverableStatuses)[number];

/** How far back a recovery reaches. */
export const longestRecoveryMs = 14 * 86_400_000;

/** Which events go out again, and where to. Moments are ISO 8601 in UTC. */
export interface RecoveryFilter {
  /** Null is every endpoint that wants them. */
  endpointId: string | null;
  /** Events from then on … */
  since: string;
  /** … up to, but without, then. */
  until: string;
  /** Null is all that the endpoint wants. */
  eventTypes: string[] | null;
  /** `delivered`: those, too, that the endpoint has taken before the recovery began. */
  statuses: (RecoverableStatus | 'delivered')[];
  startedAt: string;
}

export interface RecoveryProgress {
  /** Found when it began. */
  total: number;
  lookedAt: number;
  /** Without those that somebody else took on meanwhile. */
  queued: number;
  /** At the first attempt. */
  delivered: number;
  /** At the first attempt, or not attempted where the endpoint was failing; their retries follow the usual schedule. */
  failed: number;
}

/** One endpoint's part of a recovery: how far it is. */
export interface RecoveryLine extends RecoveryProgress {
  endpointId: string;
  /** The event it has come to. */
  after: { createdAt: string; sequence: number; id: string } | null;
  isDone: boolean;
}

export const emptyProgress: RecoveryProgress = { total: 0, lookedAt: 0, queued: 0, delivered: 0, failed: 0 };

export const progressOf = (lines: readonly RecoveryProgress[]): RecoveryProgress =>
  lines.reduce(
    (sum, line) => ({
      total: sum.total + line.total,
      lookedAt: sum.lookedAt + line.lookedAt,
      queued: sum.queued + line.queued,
      delivered: sum.delivered + line.delivered,
      failed: sum.failed + line.failed,
    }),
    emptyProgress,
  );

const largestChunk = 64;
const shortChunkMs = 500;
const longChunkMs = 1_500;

/**
 * How many events to take on together: few at first and where the endpoint fails, more as long as it keeps up.
 * @param perSecond what the endpoint allows; a chunk is half a second's worth at most.
 */
export const nextChunkSize = (
  size: number,
  failuresInARow: number,
  tookMs: number,
  perSecond: number | null,
): number => {
  if (failuresInARow > 0) return 1;
  const most = Math.min(largestChunk, perSecond === null ? largestChunk : Math.max(1, Math.floor(perSecond / 2)));
  if (tookMs > longChunkMs) return Math.max(1, Math.floor(size / 2));
  return Math.min(most, tookMs < shortChunkMs ? size * 2 : size);
};
