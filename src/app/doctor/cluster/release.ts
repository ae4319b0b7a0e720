/** The releases that the nodes of a cluster run. */
import type { Finding } from '../../../finding.ts';
import { majority } from '../../../subjects/cluster/groups.ts';
import { isNamed } from '../expected.ts';
import { type Look, nodeAt } from './look.ts';

export function releaseFindings(look: Look): readonly Finding[] {
  const { nodes, state } = look;
  // Serf lists members in no order.
  const alive = (state.members ?? [])
    .filter(({ status, release }) => status === 'alive' && release !== undefined)
    .sort((one, two) => (one.name < two.name ? -1 : 1));
  const stated = alive.flatMap(({ name, release }): readonly (Finding & { readonly node: string })[] => {
    const node = nodes.find(isNamed(name));
    if (!node || node.release === undefined || isOf(release!, node.release)) return [];
    const message = `${name} runs Consul ${release}, and its files are for ${node.release}; install ${node.release}, or state ${minorOf(release!)}`;
    return [{ node: name, rule: 'live/release-differs', severity: 'warning', message, at: node.at }];
  });
  const reported = new Set(stated.map(({ node }) => node));
  const servers = alive.filter(({ isServer: is, name }) => is && !reported.has(name));
  const most = majority(servers, ({ release }) => release);
  const others = (most?.others ?? []).map(({ name, release }) => ({
    rule: 'live/release-differs' as const,
    severity: 'warning' as const,
    message: `${name} runs Consul ${release}, ${most!.members
      .map((one) => one.name)
      .slice(0, 3)
      .join(', ')} ${most!.value}; finish the upgrade: servers of one cluster run one release`,
    at: nodeAt(look, name),
  }));
  return [...stated.map(({ node: _, ...finding }) => finding), ...others];
}

/** `1.20` states every patch of it. */
const isOf = (release: string, stated: string): boolean =>
  release === stated || release.startsWith(`${stated}.`);

const minorOf = (release: string): string => release.split('.').slice(0, 2).join('.');
