import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** Public IPv6 addresses are handed out of this block alone; the library takes what it does not know for public. */
const internet = ipaddr.parseCIDR('2000::/3');

/** Azure's host agent, which looks public. */
const azureHostAgent = '168.63.129.16';

/** Whether an IP address belongs to the public internet. Not for workflows: it needs `node:net`. */
export const isPublicAddress = (address: string): boolean => {
  // The library would also read `127.1` and `0x7f.1`. A zone names one of our own interfaces.
  if (!isIP(address) || address.includes('%')) return false;
  const ip = ipaddr.parse(address);
  if (ip.range() !== 'unicast') return false;
  return ip.kind() === 'ipv6' ? ip.match(internet) : address !== azureHostAgent;
};

/** An address, with or without a zone, in one of the networks; mapped IPv4 in those of IPv4. */
export const isWithin = (networks: readonly Network[], address: string): boolean => {
  if (!isIP(address)) return false;
  // The library takes `::10.0.0.1` for mapped IPv4, unlike the network.
  const ip = ipaddr.process(address.replace(/^::(?=\d+\.)/, '0::'));
  return networks.some((network) => network[0].kind() === ip.kind() && ip.match(network));
};

/** @param networks in CIDR notation. @throws Error for one that is malformed. */
export const networksOf = (networks: readonly string[]): Network[] =>
  networks.map((network) => {
    if (ipaddr.IPv4.isValidCIDRFourPartDecimal(network) || ipaddr.IPv6.isValidCIDR(network))
      return ipaddr.parseCIDR(network);
    throw new Error(`expected a network such as 10.0.0.0/8, not \`${network}\``);
  });
