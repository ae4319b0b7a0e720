/** A manifest whose servers have certificates, and what one of them serves at its HTTPS port and at that of servers. */
import type { Example } from '../../rule.ts';

/** The tests make it: days until it expires, and its names. */
export interface ExampleCertificate {
  readonly days: number;
  readonly names: readonly string[];
}

export const certificateExample = (certificate: ExampleCertificate): Example => ({
  'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
  'certificates/srv1.json': JSON.stringify({ https: certificate, rpc: certificate }),
});
