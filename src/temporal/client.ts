import { Client, Connection } from '@temporalio/client';

/** By default it grows to two minutes, for which a Temporal that is back would seem to be down. */
const reconnectMs = 2_000;

/** Connects when it is first used: Temporal may be down when a process starts. Close its `connection` last. */
export const createTemporalClient = ({ address, namespace }: { address: string; namespace: string }): Client => {
  const connection = Connection.lazy({ address, channelArgs: { 'grpc.max_reconnect_backoff_ms': reconnectMs } });
  return new Client({ connection, namespace });
};
