/** The parts of the runbook for a cluster that runs, and the one about Patroni. */

import { isVoter } from '../../manifest/cluster.ts';
import { reachesStore } from '../../manifest/keys/patroni/files.ts';
import { layoutOf } from '../../manifest/keys/patroni/layout.ts';
import { dnsTokenOf, isDeniedDns, serviceNames } from '../../manifest/keys/patroni/names.ts';
import type { Packaging } from '../../manifest/keys/patroni/schema.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { isReference } from '../../manifest/secrets/references.ts';
import { at, numberAt } from '../../manifest/values.ts';
import { render } from '../../template/render.ts';
import type { RunbookPartsView, RunbookView } from '../../template/runbook-views.ts';
import { groupBy } from '../../util/collections.ts';
import { plural } from '../../util/text.ts';
import { aclOn } from '../acl/policies.ts';
import { survives } from './shell.ts';
import { wordOf } from './words.ts';

type Parts = Pick<RunbookView, 'patroniPart' | 'adopt' | 'changes' | 'machines' | 'data'>;

export function partsOf(specs: readonly NodeSpec[], hasTls: boolean): Parts {
  const view = viewOf(specs, hasTls);
  return {
    patroniPart: patroniPart(specs),
    adopt: render('runbook-adopt.md', view).trimEnd(),
    changes: render('runbook-changes.md', view).trimEnd(),
    machines: view.voters > 0 ? render('runbook-machines.md', view).trimEnd() : '',
    data: render('runbook-data.md', view).trimEnd(),
  };
}

function viewOf(specs: readonly NodeSpec[], hasTls: boolean): RunbookPartsView {
  const servers = specs.filter(({ role }) => role === 'server');
  const example = servers[0] ?? specs[0]!;
  const local = specs.filter(({ datacenter }) => datacenter === example.datacenter);
  const voters = local.filter(({ role, config }) => role === 'server' && isVoter(config)).length;
  const patroni = specs.find(reachesStore)?.patroni;
  const spare = survives(local);
  return {
    patroni: patroni !== undefined,
    shared: isShared(specs),
    failsafe: patroni?.timing.failsafe === true,
    ttl: patroni?.timing.ttl ?? 0,
    unit: patroni ? layoutOf(patroni).unit : '',
    namespace: patroni?.namespace ?? '',
    patroniFiles:
      patroni !== undefined && (patroni.packaging !== 'debian' || patroni.postgresql !== undefined),
    complete: patroni?.postgresql !== undefined,
    loopWait: patroni?.timing.loopWait ?? 0,
    encrypt: at(example.config, 'encrypt') !== undefined,
    keySource: keySource(example),
    tls: hasTls,
    acl: aclOn(specs),
    minQuorum: minQuorumOf(servers),
    voters,
    tolerates: spare > 0 ? plural(spare, 'server') : '',
    lost: Math.max(1, Math.ceil(voters / 2)),
    example: wordOf(example),
    name: example.name,
    release: example.version,
    port: numberAt(example.config, 'ports', 'server') ?? 8300,
    count: local.length,
    datacenter: example.datacenter,
  };
}

const isShared = (specs: readonly NodeSpec[]): boolean =>
  specs.some((spec) => spec.role === 'server' && reachesStore(spec));

/** 0 where servers differ, or where it is not set. */
export function minQuorumOf(servers: readonly NodeSpec[]): number {
  const floors = groupBy(servers, ({ config }) => numberAt(config, 'autopilot', 'min_quorum') ?? 0);
  return floors.size === 1 ? [...floors.keys()][0]! : 0;
}

function keySource({ config }: NodeSpec): string {
  const key = at(config, 'encrypt');
  if (!key || !isReference(key)) return '`encrypt`';
  const { reference } = key;
  if (reference.kind === 'file' || reference.kind === 'generate') return `\`${reference.path}\``;
  return reference.kind === 'env'
    ? `the variable \`${reference.name}\``
    : 'what the command of `encrypt` prints';
}

const installs: Readonly<Record<Packaging, string>> = {
  pip: "such as `pip install 'patroni[consul]' psycopg2-binary`, in a virtual environment if the distribution asks for one",
  pgdg: '`dnf install patroni patroni-consul` from the repository of PostgreSQL',
  debian: '`apt-get install patroni python3-consul`',
};

/** Empty where there is no Patroni. */
function patroniPart(specs: readonly NodeSpec[]): string {
  const hosts = specs.filter(reachesStore);
  const patroni = hosts[0]?.patroni;
  const without = specs.filter((spec) => spec.patroni && !reachesStore(spec)).map(({ name }) => name);
  if (!patroni) {
    if (without.length === 0) return '';
    return `## Patroni\n\nNo \`etc/patroni/consul.yml\` for ${without.join(' ')}: Patroni supports neither unix sockets nor an address that only the\nhost knows. Let the agent listen on 127.0.0.1 too.`;
  }
  const { config, datacenter } = hosts[0]!;
  return render('runbook-patroni.md', {
    nodes: hosts.map(({ name }) => name),
    install: installs[patroni.packaging],
    without,
    complete: patroni.postgresql !== undefined,
    debian: patroni.packaging === 'debian',
    config: layoutOf(patroni).config,
    ...patroni.timing,
    acl: aclOn(specs),
    names: patroni.registerService ? serviceNames(patroni, config, datacenter) : [],
    denied: hosts.every(isDeniedDns),
    dnsToken: dnsTokenOf(hosts[0]!.version),
    shared: isShared(specs),
  }).trimEnd();
}
