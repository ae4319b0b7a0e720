/** The inventory: which host is which node, and what the play has to know of it. It holds no secrets. */
import { stringify } from 'yaml';
import type { OutFile } from '../../../manifest/file.ts';
import { cliEnvironment } from '../../../manifest/host/endpoint.ts';
import { isPatronis, layoutOf } from '../../../manifest/keys/patroni/layout.ts';
import type { NodeSpec } from '../../../manifest/node.ts';
import { groupBy } from '../../../util/collections.ts';
import { aclOn } from '../../acl/policies.ts';
import { survives } from '../../runbook/shell.ts';
import { filesOf, modeText, type RenderedFiles } from '../target.ts';

const head = `# Written by consul-cfg: the nodes of the manifest, for roll-out.yaml. Change the manifest and render again.
# How the hosts are reached and who may become root there is in ansible.cfg, in group_vars, or in another inventory next to this one.
---
`;

export function inventoryText({ nodes, files }: RenderedFiles): string {
  const clusters = [...groupBy(nodes, ({ datacenter }) => datacenter)];
  const variables = new Map(
    clusters.flatMap(([, members]) =>
      members.map((node) => [node.name, variablesOf(node, files, members)] as const),
    ),
  );
  const common = commonOf([...variables.values()]);
  const hosts = (chosen: readonly NodeSpec[]) =>
    Object.fromEntries(
      chosen.map(({ name, host }) => [
        name,
        { ansible_host: host, ...without(variables.get(name)!, common) },
      ]),
    );
  const servers = nodes.filter(({ role }) => role === 'server');
  const clients = nodes.filter(({ role }) => role === 'client');
  const inventory = {
    consul: {
      children: {
        consul_servers: { hosts: hosts(servers) },
        consul_clients: { hosts: hosts(clients) },
      },
      vars: common,
    },
    // The play puts hosts into these; Ansible warns of a group that it does not know.
    ...Object.fromEntries(steps.map((step) => [`consul_cfg_step_${step}`, {}])),
  };
  return head + stringify(inventory, { lineWidth: 0, aliasDuplicateObjects: false });
}

const steps = ['quiet', 'founding', 'stopped', 'follower', 'leader', 'client'];

type Variables = Readonly<Record<string, unknown>>;

function variablesOf(node: NodeSpec, files: readonly OutFile[], cluster: readonly NodeSpec[]): Variables {
  const own = filesOf(files, node.name);
  const { binary, user, group } = node.systemd;
  const isOf = (start: string) => (file: OutFile) => file.path.startsWith(start);
  const config = own.filter(isOf('/etc/consul.d/'));
  const account = own.filter((file) => isOf('/etc/sysusers.d/')(file) || isOf('/etc/tmpfiles.d/')(file));
  const patroni = own.filter(({ path }) => isPatronis(path.slice(1)));
  const rest = own.filter((file) => ![...config, ...account, ...patroni].includes(file));
  return {
    consul_cfg_datacenter: node.datacenter,
    consul_cfg_release: node.version,
    consul_cfg_role: node.role,
    consul_cfg_binary: binary,
    consul_cfg_user: user,
    consul_cfg_group: group,
    consul_cfg_environment: environmentOf(cliEnvironment(node)),
    consul_cfg_needs_token: aclOn([node]),
    consul_cfg_spare: survives(cluster) > 0 ? 1 : 0,
    consul_cfg_account_files: account.map(entryOf),
    consul_cfg_files: config.map(entryOf),
    consul_cfg_other_files: rest.map(entryOf),
    consul_cfg_patroni_files: patroni.map(entryOf),
    consul_cfg_patroni_unit: node.patroni ? layoutOf(node.patroni).unit : '',
    consul_cfg_not_rendered: writable.filter((path) => !config.some((file) => file.path === path)),
  };
}

/** What a render can write there: an earlier one may have, such as in another format. */
const writable = ['/etc/consul.d/10-secrets.json', '/etc/consul.d/consul.hcl', '/etc/consul.d/consul.json'];

function entryOf({ path, owner, mode }: OutFile): Variables {
  const [user, group] = owner.split(':');
  return { path, owner: user, group, mode: modeText(mode) };
}

/** `NAME=value NAME=value ` */
const environmentOf = (text: string): Variables =>
  Object.fromEntries(
    text
      .trim()
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  );

/** What is the same for every host is written once. */
function commonOf(all: readonly Variables[]): Variables {
  const [first = {}] = all;
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) =>
      all.every((other) => JSON.stringify(other[name]) === JSON.stringify(value)),
    ),
  );
}

const without = (variables: Variables, common: Variables): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !(name in common)));
