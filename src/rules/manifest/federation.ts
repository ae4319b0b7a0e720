import { rule } from '../rule.ts';

export const manifestFederation = rule({
  id: 'manifest/federation',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'Federation through mesh gateways has no gateway address, or no TLS.',
    rationale:
      'Servers of a secondary datacenter reach the primary through its mesh gateways only, and a gateway finds ' +
      'a server by the name in its certificate. Without either the datacenters stay apart.',
    bad: {
      'cluster.yaml':
        'consul: "1.20"\ndatacenters:\n  east:\n    servers: [a1, a2, a3]\n  west:\n    servers: [b1, b2, b3]\nfederation: { via: mesh_gateways, primary_gateways: ["10.0.0.9:8443"] }\n',
    },
    good: {
      'cluster.yaml':
        'consul: "1.20"\ndatacenters:\n  east:\n    servers: [a1, a2, a3]\n  west:\n    servers: [b1, b2, b3]\ntls: {}\nfederation: { via: mesh_gateways, primary_gateways: ["10.0.0.9:8443"] }\n',
    },
  },
});
