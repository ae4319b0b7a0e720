import * as z from 'zod';

const networks = (docs: string) => z.array(z.string()).describe(docs).optional();

export const schema = z
  .strictObject({
    nftables: z.boolean().optional().describe('Write etc/nftables.d/consul.nft.'),
    firewalld: z.boolean().optional().describe('Write a policy and address sets below etc/firewalld.'),
    cluster: networks(
      "Addresses and networks (CIDR) of the agents. Default: the addresses of the manifest's nodes, one by one.",
    ),
    clients: networks('Addresses and networks that may use HTTP, gRPC and DNS too. Default: none.'),
  })
  .describe('Firewall files for each host: only the cluster reaches the ports that its agent listens on.');
