/** The commands that write, each with the directory that it starts from. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Scenario {
  readonly id: string;
  /** What the directory holds before: files by their path. */
  readonly files: Readonly<Record<string, string>>;
  /** Command lines that run without a fault first. */
  readonly first: readonly (readonly string[])[];
  /** Files that change after those. */
  readonly changed?: Readonly<Record<string, string>>;
  /** The command line in which a change to files goes wrong. */
  readonly args: readonly string[];
  /** Succeeds on what the command leaves when nothing goes wrong. */
  readonly check: readonly string[];
  /** Secrets are made, so that no two runs write the same. */
  readonly makes?: boolean;
}

const manifest = (extra: string): string => `consul: "1.20"
datacenter: dc1
servers:
  a: { address: 10.0.0.1 }
  b: { address: 10.0.0.2 }
  c: { address: 10.0.0.3 }
config:
  data_dir: /var/lib/consul
  encrypt: { generate: secrets/gossip.key }
${extra}`;

const render = ['render', 'cluster.yaml', '--out', 'rendered'];

/** Formatted badly, with an option that `upgrade` moves and a fault that `lint --fix` mends. */
const config = (name: string, address: string): string =>
  `node_name="${name}"\ndata_dir   = "/opt/consul"\nbind_addr = "${address}"\nretry_join = ["10.0.0.1", "10.0.0.2", "10.0.0.2"]\ncert_file="/etc/c.pem"\nkey_file = "/etc/k.pem"\n`;

const hosts = {
  'h/a/consul.hcl': config('a', '10.0.0.1'),
  'h/b/consul.hcl': config('b', '10.0.0.2'),
  'h/c/consul.hcl': config('c', '10.0.0.3'),
};

export const scenarios: readonly Scenario[] = [
  {
    id: 'init',
    files: {},
    first: [],
    args: ['init', '--servers', 'a=10.0.0.1,b=10.0.0.2,c=10.0.0.3', '--consul', '1.20', '--force'],
    check: ['render', '--dry-run', '--out', 'rendered'],
  },
  {
    id: 'render, the first time',
    files: { 'cluster.yaml': manifest('') },
    first: [],
    args: render,
    check: [...render, '--check'],
    makes: true,
  },
  {
    id: 'render, with --prune after a change',
    files: { 'cluster.yaml': manifest('clients:\n  d: { address: 10.0.0.4 }\n') },
    first: [render],
    changed: { 'cluster.yaml': manifest('  log_level: WARN\n') },
    args: [...render, '--prune'],
    check: [...render, '--check'],
  },
  {
    id: 'lint --fix-unsafe',
    files: hosts,
    first: [],
    args: ['lint', 'h', '--fix-unsafe', '--fail-on', 'error', '--consul', '1.20'],
    check: ['lint', 'h', '--consul', '1.20'],
  },
  {
    id: 'fmt --write',
    files: hosts,
    first: [],
    args: ['fmt', '--write', 'h'],
    check: ['fmt', '--check', 'h'],
  },
  {
    id: 'upgrade --write',
    files: hosts,
    first: [],
    args: ['upgrade', '--from', '1.10', '--to', '1.20', '--write', 'h'],
    check: ['validate', 'h/a/consul.hcl', '--consul', '1.20'],
  },
];

export function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
