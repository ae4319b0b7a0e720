import { endpoints } from '../../subjects/agent/endpoints.ts';
import { addDirective, userOf } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

const capability = 'CAP_NET_BIND_SERVICE';

export const lowPort = rule({
  id: 'unit/low-port',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: ['ports'],
  fix: 'safe',
  docs: {
    summary: 'A port below 1024 without the right to open it.',
    rationale:
      'Only root, or a process with CAP_NET_BIND_SERVICE, may listen on ports below 1024; the agent exits. The program ' +
      'may have the right of its file (setcap), which neither unit nor configuration shows.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  dns = 53\n}\n',
      'consul.service': '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  dns = 53\n}\n',
      'consul.service':
        '[Service]\nUser=consul\nAmbientCapabilities=CAP_NET_BIND_SERVICE\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit, node }, report) {
    const low = endpoints(node).find(({ port }) => port < 1024);
    if (!low || userOf(unit) === 'root') return;
    const grants = unit
      .all('Service', 'AmbientCapabilities')
      .some(({ value }) => !value.startsWith('~') && value.includes(capability));
    if (grants) return;
    report({
      at: node.config.at(low.path),
      path: low.path,
      message:
        `${low.name} has port ${low.port}, and the unit does not let ${userOf(unit)} open ports below 1024: unless the ` +
        `program has that right (setcap), the agent exits; write AmbientCapabilities=${capability} in the unit, or take ` +
        'a port above',
      related: [{ at: unit.at('Service', 'User'), message: 'the unit runs it without that right' }],
      fix: {
        title: `Write AmbientCapabilities=${capability}`,
        safe: true,
        edits: [addDirective(unit, `AmbientCapabilities=${capability}`)],
      },
    });
  },
});
