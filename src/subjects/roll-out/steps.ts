/** The order in which hosts take up what has changed: as the quorum of each datacenter bears it. */
import { efforts } from '../../model/change/effort.ts';
import type { Role } from '../../options/option.ts';
import { groupBy } from '../../util/collections.ts';
import type { RollOutNode, RollOutStep } from './roll-out.ts';

type Action = RollOutStep['action'];

interface Wave {
  readonly action: Action;
  readonly has: (node: RollOutNode) => boolean;
  /** @param count how many nodes it is about */
  readonly how: (count: number) => string;
}

const isNew = ({ kind }: RollOutNode): boolean => kind === 'new';
const isServer = ({ role }: RollOutNode): boolean => role === 'server';
const isChanged = ({ kind }: RollOutNode): boolean => kind === 'changed';

/** A change that a running cluster keeps out may come with others, which the hardest effort hides. */
const needed = ({ effort, changes, unit }: RollOutNode): 'copy' | 'reload' | 'restart' => {
  const own = changes.map((change) => change.effort).filter((one) => one !== 'never');
  const hardest = Math.max(0, ...own.map((one) => efforts.indexOf(one)));
  const known = effort === 'never' ? efforts[hardest]! : effort;
  if (unit.length > 0 || known === 'restart' || known === 'rolling') return 'restart';
  return known === 'reload' ? 'reload' : 'copy';
};

const needs =
  (action: ReturnType<typeof needed>, role?: Role) =>
  (node: RollOutNode): boolean =>
    isChanged(node) && needed(node) === action && (role === undefined || node.role === role);

const isKeptOut = ({ changes }: RollOutNode): boolean => changes.some(({ effort }) => effort === 'never');

const next = 'go on when the cluster is healthy again, and stop where it is not';

/** Servers are restarted before clients, which use them; what leaves goes last, when the others are well. */
const waves: readonly Wave[] = [
  { action: 'copy', has: needs('copy'), how: () => 'copy the files; the agents run as before' },
  {
    action: 'reload',
    has: needs('reload'),
    how: () => 'copy the files, validate them, and reload: `systemctl reload consul`',
  },
  {
    action: 'start',
    has: (node) => isNew(node) && isServer(node),
    how: (count) =>
      count > 1
        ? `copy the files and start the new servers one at a time; ${next}`
        : 'copy the files and start the new server; go on when it votes',
  },
  {
    action: 'restart',
    has: needs('restart', 'server'),
    how: (count) =>
      count > 1
        ? `one server at a time, the leader last: copy the files, validate them, restart; ${next}`
        : 'copy the files, validate them, restart; there is no leader until it is back',
  },
  {
    action: 'restart',
    has: needs('restart', 'client'),
    how: (count) =>
      count > 1
        ? `after the servers, one client at a time; ${next}`
        : 'after the servers; copy, validate, restart',
  },
  {
    action: 'start',
    has: (node) => isNew(node) && !isServer(node),
    how: () => 'copy the files and start the agents',
  },
  {
    action: 'command',
    has: (node) => isServer(node) && isKeptOut(node),
    how: () => 'the running cluster keeps what the files change here: run the commands that the changes name',
  },
  {
    action: 'leave',
    has: ({ kind, role }) => kind === 'removed' && role === 'client',
    how: () => 'run `consul leave` there, and disable the unit',
  },
  {
    action: 'leave',
    has: ({ kind, role }) => kind === 'removed' && role === 'server',
    how: (count) =>
      `run \`consul leave\` there${count > 1 ? ', one server at a time,' : ''} when the others are healthy, and disable the unit`,
  },
];

const founding: Wave = {
  action: 'start together',
  has: (node) => isNew(node) && isServer(node),
  how: (count) =>
    count > 1
      ? 'copy the files and start all servers: they wait for each other before they elect a leader'
      : 'copy the files and start the server',
};

/** Datacenter by datacenter. */
export const stepsOf = (nodes: readonly RollOutNode[]): readonly RollOutStep[] =>
  [...groupBy(nodes, ({ datacenter }) => datacenter)].flatMap(([datacenter, members]) => {
    const ran = members.some((node) => isServer(node) && !isNew(node));
    const own = ran
      ? waves
      : [founding, ...waves.filter(({ has }) => !members.some((node) => founding.has(node) && has(node)))];
    return own.flatMap(({ action, has, how }) => {
      const concerned = members.filter(has).map(({ name }) => name);
      return concerned.length > 0
        ? [{ action, datacenter, nodes: concerned, how: how(concerned.length) }]
        : [];
    });
  });
