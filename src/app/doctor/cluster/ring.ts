/** The keys with which gossip is encrypted, counted. */
import type { Finding } from '../../../finding.ts';
import { plural } from '../../../util/text.ts';
import { clusterAt, type Look } from './look.ts';

export function ringFindings(look: Look): readonly Finding[] {
  const { nodes, state } = look;
  const at = clusterAt(look);
  const finding = (message: string, severity: Finding['severity']): Finding => ({
    rule: 'live/gossip-keys',
    severity,
    message,
    at,
  });
  const several = state.rings
    .filter(({ keys }) => keys > 1)
    .map(({ name, keys, incomplete }) =>
      finding(
        `${plural(keys, 'gossip key')} are in the keyring of the ${name}${incomplete > 0 ? `, ${incomplete} of them not on every node` : ''}; ` +
          'when every node uses the new one, remove the old: `consul keyring -list`, then `-remove=OLD`',
        'warning',
      ),
    );
  const encrypts = nodes.some(({ node }) => node.config.string('encrypt'));
  if (!state.isRingEmpty || !encrypts) return several;
  return [
    ...several,
    finding(
      'the files have a gossip key (encrypt), and the running cluster does not encrypt; restart the agents with it',
      'error',
    ),
  ];
}
