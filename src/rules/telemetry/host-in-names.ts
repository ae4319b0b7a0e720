import { isServer } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

const telemetry = (more: string): string =>
  `data_dir = "/var/lib/consul"\ntelemetry {\n  prometheus_retention_time = "1h"\n${more}}\n`;

export const telemetryHostInNames = rule({
  id: 'telemetry/host-in-names',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  options: ['telemetry.prometheus_retention_time', 'telemetry.disable_hostname'],
  docs: {
    summary: 'Gauges for Prometheus have the name of the host in their names.',
    rationale:
      'Each host has gauges of other names, such as consul_srv1_autopilot_healthy, and the one that alerts are written for, ' +
      'consul_autopilot_healthy, keeps the value with which it was declared: 0 on a healthy cluster (measured on 1.16 and 1.20).',
    bad: { 'consul.hcl': telemetry('') },
    good: { 'consul.hcl': telemetry('  disable_hostname = true\n') },
  },
  run(node, report) {
    const { config } = node;
    const time = config.string('telemetry.prometheus_retention_time');
    if (!time || /^0+(?:[a-z\u00b5]+)?$/.test(time) || config.bool('telemetry.disable_hostname') === true)
      return;
    report({
      at: config.at('telemetry.prometheus_retention_time'),
      path: 'telemetry.disable_hostname',
      message:
        'names of gauges for Prometheus contain the name of the host ' +
        // Only servers have the gauges of autopilot.
        `${isServer(node) ? '(consul_srv1_autopilot_healthy), and consul_autopilot_healthy stays 0' : '(consul_srv1_runtime_alloc_bytes)'}; ` +
        'write disable_hostname = true, since Prometheus adds the host as a label',
    });
  },
});
