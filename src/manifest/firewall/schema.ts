/** The shape of `firewall`. */
import * as z from 'zod';

const networks = (docs: string) => z.array(z.string()).describe(docs).optional();

export const firewallSchema = z
  .strictObject({
    nftables: z.boolean().optional().describe('Write etc/nftables.d/consul.nft.'),
    firewalld: z.boolean().optional().describe('Write a policy and address sets below etc/firewalld.'),
    cluster: networks(
      "Addresses and networks (CIDR) of the agents. Default: the addresses of the manifest's nodes, one by one.",
    ),
    clients: networks('Addresses and networks that may use HTTP, gRPC and DNS too. Default: nobody else.'),
  })
  .describe(
    'Files for the firewall of each host: the ports that its agent listens on, for the cluster alone.',
  );

export type FirewallData = z.infer<typeof firewallSchema>;
