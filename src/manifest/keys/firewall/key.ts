/** `firewall` of a manifest: files that open the agents' ports to the cluster and close them to everything else. */
import type { Structure } from '../../structure.ts';
import { key } from '../key.ts';
import { firewallFiles } from './files.ts';
import { type Firewall, firewallFindings, readFirewall } from './firewall.ts';

type WithFirewall = Structure & { readonly firewall: Firewall | undefined };

const record = key({
  read: (value, { findings }) => readFirewall(value, findings),
  check: ({ firewall }: WithFirewall, nodes) => firewallFindings(firewall, nodes),
  files: ({ firewall }: WithFirewall, nodes) => firewallFiles(nodes, firewall),
});

export { record as key };
