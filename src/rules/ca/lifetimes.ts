import { formatDuration, hour } from '../../model/grammar/duration.ts';
import { numberAt } from '../../model/value-path.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { type AgentReport, rule } from '../rule.ts';
import { checksSettings, providerOf, root, settingsOf, skips } from './support/ca.ts';

interface Times {
  readonly leaf: number;
  readonly intermediate: number;
  readonly root: number;
}

const hours = (count: number): number => count * Number(hour);

function timesOf(settings: ObjectValue | undefined): Times {
  return {
    leaf: numberAt(settings, 'leaf_cert_ttl') ?? hours(72),
    intermediate: numberAt(settings, 'intermediate_cert_ttl') ?? hours(8760),
    root: numberAt(settings, 'root_cert_ttl') ?? hours(87600),
  };
}

const show = (nanoseconds: number): string => formatDuration(BigInt(nanoseconds));

function reportLifetimes({ leaf, intermediate, root: rootTime }: Times, report: AgentReport): void {
  const [leafPath, intermediatePath, rootPath] = caLifetimes.options as [string, string, string];
  if (rootTime < intermediate) {
    report({
      path: rootPath,
      message: `${rootPath} (${show(rootTime)}) is shorter than intermediate_cert_ttl (${show(intermediate)}), which the root signs; raise it`,
      related: [{ path: intermediatePath, message: 'the lifetime of intermediates' }],
    });
  }
  if (leaf < hours(1) || leaf > hours(8760))
    report({ path: leafPath, message: `${leafPath} must be from 1h to 8760h, not ${show(leaf)}` });
  if (intermediate < hours(3))
    report({
      path: intermediatePath,
      message: `${intermediatePath} must be 3h or more, not ${show(intermediate)}`,
    });
  else if (intermediate < 3 * leaf) {
    report({
      path: intermediatePath,
      message: `${intermediatePath} (${show(intermediate)}) must be at least three times leaf_cert_ttl (${show(leaf)})`,
      related: [{ path: leafPath, message: 'the lifetime of services’ certificates' }],
    });
  }
}

export const caLifetimes = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ca/lifetimes',
  severity: 'error',
  options: ['leaf_cert_ttl', 'intermediate_cert_ttl', 'root_cert_ttl'].map((key) => `${root}.${key}`),
  docs: {
    summary: 'A certificate of the mesh lives longer than the certificate that signs it allows.',
    rationale:
      'The agent refuses leaf_cert_ttl below 1h or above 8760h (below 24h with AWS), ' +
      'intermediate_cert_ttl below 3h or below three times leaf_cert_ttl, and root_cert_ttl below ' +
      'intermediate_cert_ttl. The defaults are 72h, 8760h and 87600h.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "consul"\n\n  ca_config {\n    leaf_cert_ttl = "72h"\n' +
        '    intermediate_cert_ttl = "100h"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "consul"\n\n  ca_config {\n    leaf_cert_ttl = "72h"\n' +
        '    intermediate_cert_ttl = "720h"\n  }\n}\n',
    },
  },
  run: (subject, report) => {
    if (!checksSettings(subject)) return;
    const settings = settingsOf(subject);
    const times = timesOf(settings);
    if (!skips(settings)) reportLifetimes(times, report);
    if (providerOf(subject) === 'aws-pca' && times.leaf < hours(24)) {
      report({
        path: `${root}.leaf_cert_ttl`,
        message: `${root}.leaf_cert_ttl is ${show(times.leaf)}, but AWS issues certificates for 24h or more; raise it`,
      });
    }
  },
});
