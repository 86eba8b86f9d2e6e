/** The beginning of a stream that has no end of its own: all that tests of documents and of access look at. */
export const firstOf = async (response: Response): Promise<string> => {
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
};

/** Whether an answer goes on for as long as its reader stays. */
export const isEndless = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;

/** An event as it stands in a stream of server-sent events. */
interface ServerEvent {
  event: string;
  // Tests look into events of every shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  data: any;
  /** On the clock of `performance.now()`. */
  at: number;
}

export interface EventStream {
  status: number;
  events: ServerEvent[];
  /** Comments, which show that the connection holds. */
  comments: string[];
  /** Resolves when the server has ended it. */
  ended: Promise<void>;
  isEnded(): boolean;
  close(): void;
}

const fieldOf = (block: string, name: string): string =>
  block
    .split('\n')
    .flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : []))
    .join('\n');

/** Follows a stream as a browser would. */
export const openEventStream = async (url: string, token: string): Promise<EventStream> => {
  const controller = new AbortController();
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: controller.signal });
  const events: ServerEvent[] = [];
  const comments: string[] = [];
  let isEnded = false;
  const read = async (): Promise<void> => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.startsWith(':')) comments.push(block);
        else
          events.push({
            event: fieldOf(block, 'event'),
            data: JSON.parse(fieldOf(block, 'data')),
            at: performance.now(),
          });
      }
    }
  };
  const ended = read()
    .catch((error: unknown) => {
      if (!controller.signal.aborted) throw error;
    })
    .finally(() => (isEnded = true));
  return { status: response.status, events, comments, ended, isEnded: () => isEnded, close: () => controller.abort() };
};
