/** The functions that every part of the runbook uses, with the names of these hosts. */
import { isVoter } from '../../manifest/cluster.ts';
import { cliEnvironment, isPlainPath } from '../../manifest/host/endpoint.ts';
import { reachesStore } from '../../manifest/keys/patroni/files.ts';
import { layoutOf } from '../../manifest/keys/patroni/layout.ts';
import type { Patroni } from '../../manifest/keys/patroni/patroni.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { at, stringAt } from '../../manifest/values.ts';
import { render } from '../../template/render.ts';
import type { RunbookDatacenter, RunbookFacts, RunbookPatroniShell } from '../../template/runbook-views.ts';
import { groupBy } from '../../util/collections.ts';
import { aclOn } from '../acl/policies.ts';
import { rulingServer } from './acl.ts';
import { wordOf } from './words.ts';

export function shellSection(specs: readonly NodeSpec[]): string {
  const datacenters = [...groupBy(specs, (spec) => spec.datacenter).values()].map(datacenterOf);
  return render('runbook-shell.md', {
    firstDatacenter: datacenters[0]!.name,
    tokenLine: tokenLine(specs),
    nodes: specs,
    datacenters,
    facts: factsOf(specs),
    patroni: patroniShell(specs),
  }).trimEnd();
}

/** Servers of the datacenter that may fail. */
export function survives(specs: readonly NodeSpec[]): number {
  const voters = specs.filter(({ role, config }) => role === 'server' && isVoter(config)).length;
  return Math.max(0, Math.ceil(voters / 2) - 1);
}

function datacenterOf(specs: readonly NodeSpec[]): RunbookDatacenter {
  const words = (chosen: readonly NodeSpec[]): string => chosen.map((spec) => ` ${wordOf(spec)}`).join('');
  return {
    name: specs[0]!.datacenter,
    servers: words(specs.filter(({ role }) => role === 'server')),
    clients: words(specs.filter(({ role }) => role === 'client')),
    patroni: words(specs.filter(reachesStore)),
    tolerates: survives(specs),
  };
}

/** The management token: from the files of a server, or from where the runbook put it. */
function tokenLine(specs: readonly NodeSpec[]): string {
  if (!aclOn(specs)) return 'token=';
  const server = rulingServer(specs);
  if (!server) return 'token=$(cat "$HOME/consul-management-token.txt" 2> /dev/null || true)';
  if (at(server.config, 'acl', 'tokens', 'initial_management'))
    return `token=$(sed -n '/"tokens"/,/}/s/^ *"initial_management": "\\(.*\\)",\\{0,1\\}$/\\1/p' ${server.name}/etc/consul.d/10-secrets.json)`;
  return `token=$(sed -n 's/^SecretID: *//p' "$HOME/consul-bootstrap.txt" 2> /dev/null || true)`;
}

/** The most common facts come last and fit every host that is not named before. */
function factsOf(specs: readonly NodeSpec[]): RunbookFacts[] {
  const several = new Set(specs.map(({ version }) => version)).size > 1;
  const alike = groupBy(specs, (spec) => JSON.stringify(factOf(spec, several)));
  const sorted = [...alike.values()].sort((a, b) => a.length - b.length);
  return sorted.map((members, i) => ({
    ...factOf(members[0]!, several),
    hosts: i === sorted.length - 1 ? '*' : members.map(({ host }) => host).join('|'),
  }));
}

function factOf(spec: NodeSpec, several: boolean): Omit<RunbookFacts, 'hosts'> {
  const { binary, user, group, dropIn } = spec.systemd;
  const data = stringAt(spec.config, 'data_dir') ?? '';
  return {
    file: several ? `consul-${spec.version}` : 'consul',
    binary,
    api: cliEnvironment(spec),
    user,
    group,
    data: isPlainPath(data) ? data : '/var/lib/consul',
    packaged: dropIn ? 'yes' : 'no',
  };
}

function patroniShell(specs: readonly NodeSpec[]): RunbookPatroniShell | undefined {
  const patroni = specs.find(reachesStore)?.patroni;
  if (!patroni) return undefined;
  const { config, unit, directory } = layoutOf(patroni);
  return {
    config,
    unit,
    files: directory
      ? '/etc/patroni/*.yml /etc/patroni/*.yaml /etc/patroni.yml /opt/app/patroni/etc/*.yml'
      : '/etc/patroni/*-*.yml',
    ctl: patroni.binary.replace(/patroni$/, 'patronictl'),
    secrets: secretPaths(patroni).join(' '),
    group: patroni.group,
  };
}

function secretPaths(patroni: Patroni): string[] {
  const { token, config, directory } = layoutOf(patroni);
  const paths = [
    ...(patroni.token ? [token] : []),
    ...(patroni.postgresql ? [directory ? `${config}/passwords.yml` : config] : []),
  ];
  return [...new Set(paths)];
}
