import {
  Client,
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  type ConnectionOptions,
} from '@temporalio/client';

/** By default it grows to two minutes, for which a Temporal that is back would seem to be down. */
const reconnectMs = 2_000;

/** gRPC's CANCELLED, which is not tried again. */
const cancelled = 1;

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number];
type GrpcCall = ReturnType<Interceptor>;

/** A call that ends at once, in place of one that a closed channel would answer by throwing. */
const endedCall = (): GrpcCall => {
  const nothing = (): void => undefined;
  const call: Pick<GrpcCall, keyof GrpcCall> = {
    start: (metadata, listener) =>
      process.nextTick(() => {
        listener?.onReceiveMessage?.(null);
        // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- its enum is gRPC's, which we do not depend on.
        listener?.onReceiveStatus?.({ code: cancelled, details: 'the client is closed', metadata });
      }),
    cancelWithStatus: nothing,
    getPeer: () => '',
    sendMessage: nothing,
    sendMessageWithContext: nothing,
    startRead: nothing,
    halfClose: nothing,
    getAuthContext: () => null,
  };
  // The class has private fields besides.
  return call as GrpcCall;
};

/** Connects when it is first used: Temporal may be down when a process starts. */
export const createTemporalClient = ({ address, namespace }: { address: string; namespace: string }): Client => {
  let isClosed = false;
  // Below the retries: one that comes out of its timer after the end throws where no one catches it.
  const guard: Interceptor = (options, nextCall) => (isClosed ? endedCall() : (nextCall(options) as GrpcCall));
  const connection = Connection.lazy({
    address,
    channelArgs: { 'grpc.max_reconnect_backoff_ms': reconnectMs },
    interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions()), guard],
  });
  const close = connection.close.bind(connection);
  connection.close = () => {
    isClosed = true;
    return close();
  };
  return new Client({ connection, namespace });
};
