/**
 * When a changed value is in force, for the options where neither `consul reload` nor a restart is the whole answer: one
 * table for lint messages, `explain`, `compare`, the runbook and the documentation. The facts are from the sources of
 * the agent (`getOrCreateAutopilotConfig`, `maybeBootstrap`, `initializeManagementToken`, `initializeCAConfig`,
 * `initKeyring`, `loadTokens`); docs/measurements.md has what was measured on running clusters.
 */
import { findOption, inherits } from './lookup.ts';

/**
 * `election`: servers read it when a new cluster elects its first leader. `first start`: read when the agent starts with
 * an empty data_dir. `identity`: part of what the agent or the cluster is. `start`: read when the agent starts.
 * `reload`: `consul reload` applies it.
 */
export type Moment = 'election' | 'first start' | 'identity' | 'start' | 'reload';

export interface InForce {
  readonly moment: Moment;
  /** Why a restart is not enough or, of a reloadable option, what it depends on. */
  readonly reason: string | undefined;
  /** The command that changes a running cluster; VALUE stands for the new value. */
  readonly change: string | undefined;
  /** The command that shows the value in force. */
  readonly show: string | undefined;
}

interface Entry {
  readonly moment: Moment;
  readonly reason: string;
  readonly change?: string;
  readonly show?: string;
}

const caConfig: Entry = {
  moment: 'election',
  reason: 'the servers keep it in their state once there is a CA',
  change: 'consul connect ca set-config -config-file FILE',
  show: 'consul connect ca get-config',
};

const keyring: Entry = {
  moment: 'first start',
  reason: 'the keyring in data_dir overrides the file once it exists',
  change: 'consul keyring -install=VALUE, then -use=VALUE, then -remove=OLD',
  show: 'consul keyring -list',
};

const untilElection: Entry = {
  moment: 'election',
  reason: 'it counts only until the cluster has elected its first leader, and is ignored after that',
};

const persisted: Entry = {
  moment: 'reload',
  reason:
    'a token that was set through the API and persisted in data_dir (acl.enable_token_persistence) overrides the file',
};

/** Of blocks too: an entry applies to all that is in the block. */
const entries: Readonly<Record<string, Entry>> = {
  autopilot: {
    moment: 'election',
    reason:
      'servers read it for the first election of a new cluster only; after that the cluster keeps its own value',
    change: 'consul operator autopilot set-config -FLAG=VALUE',
    show: 'consul operator autopilot get-config',
  },
  bootstrap: untilElection,
  bootstrap_expect: untilElection,
  'config_entries.bootstrap': {
    moment: 'election',
    reason: 'an entry is written only where the cluster has none of its kind and name',
    change: 'consul config write FILE',
    show: 'consul config read -kind KIND -name NAME',
  },
  'connect.ca_config': caConfig,
  'connect.ca_provider': caConfig,
  data_dir: {
    moment: 'identity',
    reason: 'the agent starts there without its state: as a new node, and a server without its Raft log',
  },
  datacenter: {
    moment: 'identity',
    reason:
      'catalog, Raft peers and certificates belong to the datacenter; the agent must leave one and join the other with an empty data_dir',
  },
  encrypt: keyring,
  encrypt_lan: keyring,
  'acl.tokens.initial_management': {
    moment: 'start',
    reason:
      'each new leader creates the token of its file if it is missing, and the one before it stays valid until ' +
      '`consul acl token delete`',
  },
  'acl.tokens.agent': persisted,
  'acl.tokens.agent_recovery': persisted,
  'acl.tokens.config_file_service_registration': persisted,
  'acl.tokens.default': persisted,
  'acl.tokens.dns': persisted,
  'acl.tokens.replication': persisted,
  node_id: {
    moment: 'identity',
    reason:
      'the servers know the node by it, and refuse another id under the same name until the old node is gone',
  },
  'performance.raft_multiplier': {
    moment: 'start',
    reason:
      "a reload does not change the leader's lease, and one that lowers the multiplier to less than half is refused " +
      '("LeaderLeaseTimeout cannot be larger than heartbeat timeout")',
  },
  primary_datacenter: {
    moment: 'identity',
    reason:
      'ACLs, intentions and the CA are replicated from the primary; it cannot be moved by configuration',
  },
};

/** Every option or block of the table. */
export const inForcePaths: readonly string[] = Object.keys(entries);

/** When a new value of the option at `path` is in force. */
export function inForce(path: string): InForce {
  const entry = entryAt(path);
  if (!entry) {
    const found = findOption(path);
    const moment = found && inherits.reload(found) ? 'reload' : 'start';
    return { moment, reason: undefined, change: undefined, show: undefined };
  }
  const flag = path.slice(path.lastIndexOf('.') + 1).replaceAll('_', '-');
  const change = path.startsWith('autopilot.') ? entry.change?.replace('FLAG', flag) : entry.change;
  return { moment: entry.moment, reason: entry.reason, change, show: entry.show };
}

/** The entry of the option itself, or of a block around it. */
function entryAt(path: string): Entry | undefined {
  for (let block = path; block !== ''; block = block.slice(0, Math.max(block.lastIndexOf('.'), 0)))
    if (Object.hasOwn(entries, block)) return entries[block];
  return undefined;
}

/** Whether a running cluster keeps its value whatever the files say. */
export const isSettled = ({ moment }: InForce): boolean => moment !== 'start' && moment !== 'reload';

/** The commands for a running cluster, to be added to the reason; empty where there is none. */
export function changeText({ change, show }: InForce, value = 'VALUE'): string {
  if (change === undefined) return '';
  return `; change it with \`${change.replaceAll('VALUE', value)}\`, see it with \`${show}\``;
}

/** What a message adds about an option that files do not change in a running cluster; empty for other options. */
export function runningCluster(path: string, value: string): string {
  const found = inForce(path);
  if (!isSettled(found) || found.change === undefined) return '';
  return `; a running cluster keeps its own value${changeText(found, value)}`;
}

/** When a new value applies, in words, for `explain` and the documentation. */
export function inForceText(path: string): string {
  const found = inForce(path);
  const reason = found.reason === undefined ? '' : `: ${found.reason}`;
  return momentTexts[found.moment] + reason + changeText(found);
}

const momentTexts: Readonly<Record<Moment, string>> = {
  election: 'a running cluster keeps its value, whatever the file says',
  'first start': 'a running agent keeps its value, over restarts too',
  identity: 'cannot be changed in place',
  start: 'needs a restart',
  reload: 'a reload takes a new value',
};
