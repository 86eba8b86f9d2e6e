import { Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { buildConnector } from 'undici';
import { attemptSentence } from '../domain/deliveries/attemptErrors.ts';
import { createDestinations, type Destination, type DestinationProblem, type DestinationRules } from './destination.ts';

/** All addresses of a host name, in the order in which they are to be tried. @throws Error when there are none. */
export type Resolve = (hostname: string) => Promise<string[]>;

/** The request did not leave: a rule forbids its destination. */
export class DestinationNotAllowed extends Error {
  readonly problem: DestinationProblem;

  constructor(problem: DestinationProblem) {
    super(`destination not allowed: ${attemptSentence(problem)}`);
    this.problem = problem;
  }
}

/** Asks DNS itself: `dns.lookup` would let a few dead name servers block the process's threads, and reads /etc/hosts. */
const createResolve = (): Resolve => {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  return async (hostname) => {
    const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (addresses.length > 0) return addresses;
    throw answers.find((answer) => answer.status === 'rejected')?.reason;
  };
};

/** `net.connect` asks for all addresses when it may choose between them. */
const answerWith =
  (addresses: readonly string[]): LookupFunction =>
  (_hostname, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: isIP(address) })),
    );

const connection = {
  allowH2: false,
  timeout: 10_000,
  autoSelectFamily: true,
  // An attempt is dropped for the next address: Node's 250 ms would drop those to another continent.
  autoSelectFamilyAttemptTimeout: 1_500,
  // A connector lives for one connection.
  maxCachedSessions: 0,
} as const;

/**
 * Connects to allowed destinations only. What is checked is what is connected to: the name is resolved once, and the
 * socket gets the addresses that passed.
 */
export const createDestinationConnector = (
  rules: DestinationRules,
  resolve: Resolve = createResolve(),
): buildConnector.connector => {
  const { isAllowedHost, findProblem } = createDestinations(rules);

  const connectorFor = async (destination: Destination): Promise<buildConnector.connector> => {
    // By the system's resolver: such a host may be known to /etc/hosts alone.
    if (isAllowedHost(destination)) return buildConnector(connection);
    const { hostname } = destination;
    // `net.connect` looks up names only, so that literal addresses are checked here as well.
    const addresses = isIP(hostname) ? [hostname] : await resolve(hostname);
    const problem = findProblem(destination, addresses);
    if (problem !== undefined) throw new DestinationNotAllowed(problem);
    return buildConnector({ ...connection, lookup: answerWith(addresses) });
  };

  const findConnector = callbackify(connectorFor);
  return (destination, callback) =>
    findConnector(destination, (error, connect) => (error ? callback(error, null) : connect(destination, callback)));
};
