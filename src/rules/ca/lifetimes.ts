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
    summary:
      'A certificate outlives those that it signs: services 1h to 8760h (24h at least for aws-pca), intermediates three times that and 3h at least, the root no less than they.',
  },
  run: (subject, report) => {
    if (!checksSettings(subject)) return;
    const settings = settingsOf(subject);
    const times = timesOf(settings);
    if (!skips(settings)) reportLifetimes(times, report);
    if (providerOf(subject) === 'aws-pca' && times.leaf < hours(24)) {
      report({
        path: `${root}.leaf_cert_ttl`,
        message: `${root}.leaf_cert_ttl is ${show(times.leaf)}, and AWS signs nothing for less than 24h`,
      });
    }
  },
});
