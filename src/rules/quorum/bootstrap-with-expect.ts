import {
  bootstrapExpect,
  isFragment,
  isMistyped,
  isServer,
  maySetElsewhere,
} from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const bootstrapWithExpect = rule({
  id: 'quorum/bootstrap-with-expect',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    info: 'where a script or a compose file may make the agent a server',
  },
  supersedes: ['quorum/bootstrap-on-client', 'quorum/bootstrap-and-expect'],
  options: ['bootstrap', 'bootstrap_expect', 'server'],
  docs: {
    summary: 'bootstrap and bootstrap_expect contradict each other, and neither works on a client.',
    rationale:
      'bootstrap makes a server elect itself at once, bootstrap_expect makes it wait for others. The agent refuses ' +
      'both together, and refuses either of them without server mode.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap = true\nbootstrap_expect = 3\n',
    },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
  run(node, report) {
    const { config } = node;
    const expect = bootstrapExpect(config);
    const bootstrap = config.bool('bootstrap') === true;
    if (bootstrap && expect > 1) {
      report({
        at: config.at('bootstrap'),
        path: 'bootstrap',
        message:
          `bootstrap = true and bootstrap_expect = ${expect} exclude each other and the agent refuses to start; ` +
          `remove bootstrap and keep bootstrap_expect the same on all ${expect} servers`,
        related: [{ at: config.at('bootstrap_expect'), message: 'bootstrap_expect is set here' }],
      });
    }
    // A fragment may get its server mode from another file or from a flag, unless it says no itself.
    if (isServer(node) || isMistyped(node, 'server')) return;
    if (isFragment(node) && config.get('server') === undefined) return;
    const path = bootstrap ? 'bootstrap' : 'bootstrap_expect';
    if (!bootstrap && expect < 1) return;
    if (config.get('server') === undefined && maySetElsewhere(node, 'server')) {
      report({
        at: config.at(path),
        path,
        severity: 'info',
        message: `${path} is set, and server is not true in these files: the agent starts only if what starts it gives -server, or sets server = true`,
      });
      return;
    }
    report({
      at: config.at(path),
      path,
      message: `${path} is set but server is not true, and the agent refuses to start; add server = true, or remove ${path} from this client`,
    });
  },
});
