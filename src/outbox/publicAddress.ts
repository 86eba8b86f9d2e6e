import { BlockList, isIP } from 'node:net';

/** All that is not the public internet. @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const specialIPv4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // Azure's host agent, which looks public
  '169.254.0.0/16', // link local: metadata of the clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarking
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and broadcast
];

/** Public addresses are handed out of this block alone, which leaves out loopback, mapped and translated IPv4, and the rest. */
const globalIPv6 = ['2000::/3'];

/** @see https://www.iana.org/assignments/iana-ipv6-special-registry */
const specialIPv6 = [
  '2001::/23', // protocol assignments: Teredo, ORCHID, benchmarking
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: holds an IPv4 address
  '3fff::/20', // documentation
];

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** An address, with or without a zone, in one of the networks. */
export const isWithin = (networks: BlockList, address: string): boolean => networks.check(address, family(address));

const bits: Record<number, number> = { 4: 32, 6: 128 };

/** @param networks in CIDR notation. @throws Error for one that is malformed. */
export const networksOf = (networks: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const network of networks) {
    const [, address = '', prefix] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(network) ?? [];
    if (!prefix || Number(prefix) > (bits[isIP(address)] ?? -1))
      throw new Error(`expected a network such as 10.0.0.0/8, not \`${network}\``);
    list.addSubnet(address, Number(prefix), family(address));
  }
  return list;
};

const notPublicIPv4 = networksOf(specialIPv4);
const notPublicIPv6 = networksOf(specialIPv6);
const publicIPv6 = networksOf(globalIPv6);

/** Whether an IP address belongs to the public internet. Not for workflows: it needs `node:net`. */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !isWithin(notPublicIPv4, address);
    case 6:
      // A zone names one of our own interfaces.
      return !address.includes('%') && isWithin(publicIPv6, address) && !isWithin(notPublicIPv6, address);
    default:
      return false;
  }
};
