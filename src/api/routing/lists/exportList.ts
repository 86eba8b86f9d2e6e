import { Readable } from 'node:stream';
import { localDay } from '../../../contract/tenants/days.ts';
import { refusal } from '../../../errors.ts';
import { recordAudit } from '../audit.ts';
import type { Identity } from '../../access/identity.ts';
import { timeZoneOf } from '../tenantRange.ts';
import type { Position } from './cursor.ts';
import { csvHead, csvLines, type Table } from './csv.ts';
import { readSlice, snapshot } from './keyset.ts';
import type { AnyListRequest, List } from './list.ts';
import { presented, select } from './readList.ts';

/** Rows at a stretch, some ten milliseconds of work: webhooks that come meanwhile must not wait longer. */
const batchRows = 250;

interface ExportQuery {
  sort?: string | undefined;
  delimiter: Table['delimiter'];
}

/** Undefined where the operator asks. */
const identityIn = (request: AnyListRequest): Identity | undefined => ('auth' in request ? request.auth : undefined);

const fileName = async ({ contract }: List, request: AnyListRequest): Promise<string> => {
  const auth = identityIn(request);
  // The operator is nowhere.
  const timeZone = auth ? await timeZoneOf(request.em, auth.tenantId) : 'UTC';
  const today = localDay(new Date().toISOString(), timeZone);
  return `${contract.plural.toLowerCase().replaceAll(' ', '-')}-${today}.csv`;
};

/** Ends with the connection. */
const signalOf = ({ ctx }: AnyListRequest): AbortSignal => {
  const controller = new AbortController();
  ctx.res.once('close', () => controller.abort());
  return controller.signal;
};

/**
 * The whole list as a CSV file, in batches: no transaction stays open while a slow client reads. Rows that change
 * their place meanwhile may come twice or not at all. What fails at the beginning is answered as a problem; what fails
 * later breaks the connection, so that its reader does not take a part for the whole.
 */
export const exportList = async (list: List, request: AnyListRequest, query: ExportQuery): Promise<Readable> => {
  const { ctx, app } = request;
  const { path, view, columns = Object.keys(view.shape) } = list.contract;
  const table = { columns, delimiter: query.delimiter };
  const selection = await select(list, request, query.sort);
  const name = await fileName(list, request);
  const signal = signalOf(request);
  const options = { signal, inflightQueryAbortStrategy: 'cancel query' } as const;
  // A fork for each batch: what `present` reads must not gather.
  const read = (after?: Position) =>
    request.em.fork(options).transactional(async (em) => {
      const { rows, next } = await readSlice(em, selection, { after, limit: batchRows });
      return { rows: (await presented(em, list, request, rows)).map((row) => view.parse(row)), next };
    }, snapshot);

  const first = await read().catch((error: unknown) => {
    throw signal.aborted ? refusal('client.gone') : error;
  });
  const auth = identityIn(request);
  if (auth) {
    const entry = { action: 'list.exported', targetType: 'list', targetId: path, after: { ...query } };
    await request.em.fork().transactional(async (em) => recordAudit(em, { ctx, auth }, entry));
  }
  const text = async function* () {
    yield csvHead(table);
    for (let batch: typeof first | undefined = first; batch; batch = batch.next && (await read(batch.next))) {
      yield csvLines(batch.rows, table);
    }
  };
  const stream = Readable.from(text(), { objectMode: false });
  stream.once('error', (error) => {
    if (!signal.aborted) app.logger.error({ err: error, requestId: ctx.state.requestId }, 'an export broke off');
  });
  ctx.attachment(name);
  return stream;
};
