import type { Config } from '../../model/config.ts';
import { base64Length } from '../../model/grammar/encoding.ts';
import type { ConfigFile } from '../../model/load/file.ts';
import { scalarError } from '../../options/check.ts';
import type { ScalarKind } from '../../options/kinds.ts';
import { wantsIn } from '../../options/releases/release-keys.ts';
import { unfilledIn } from '../../subjects/agent/placeholders.ts';
import { collectSetOptions } from '../../subjects/agent/set-options.ts';
import { replaceValue } from '../../subjects/edits.ts';
import { spanOf } from '../../text/source/source.ts';
import type { Value } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';
import { correct } from './support/meant.ts';

export const optionValue = rule({
  id: 'option/value',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning:
      'where the agent accepts the value, but it has no effect, and of an address or a key next to placeholders, since it may ' +
      'be one as well',
  },
  supersedes: [
    'security/open-http',
    'tls/https-without-cert',
    'option/listener-off',
    'option/without-effect',
    'telemetry/host-in-names',
    { source: 'consul', except: ['address/template'] },
  ],
  options: [],
  fix: 'unsafe',
  docs: {
    summary: 'A value has the right type, but a form that the option does not accept.',
    rationale:
      'Durations need a unit, addresses must be IP addresses or templates, words must be spelled exactly. The agent ' +
      'refuses most other values; the rest has no effect, which no log mentions.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_interval = "30"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_interval = "30s"\n' },
  },
  run({ config, version, role, files }, report) {
    const templates = new Set(files.filter(hasPlaceholder).map(({ source }) => source));
    for (const { path, option, kind, value, role: reader } of collectSetOptions(config.written).scalars) {
      if (reader !== undefined && reader !== role) continue;
      if (isUnread(path, value, config)) continue;
      if (ownRule.test(path) || hasStartupRule(kind, value) || fits(kind, value, version)) continue;
      const corrected = correct(kind, value, version);
      const harmless = kind.refusedBy === 'none' || isPassedOn(path, config);
      const shown = option.secret ? 'this value' : shownValue(value);
      report({
        at: spanOf(value),
        path,
        ...((harmless || (mayBeFilledIn(kind, value) && templates.has(spanOf(value).source))) && {
          severity: 'warning',
        }),
        message:
          `${path} must be ${wantsIn(kind, version)}, not ${shown}; ` +
          `${harmless ? 'the agent accepts it, and it has no effect' : 'the agent refuses it'}` +
          `${corrected === undefined ? spaceMissing(value) : `; write ${corrected}`}`,
        ...(corrected !== undefined && {
          fix: { title: `Write ${corrected}`, safe: false, edits: [replaceValue(value, corrected)] },
        }),
      });
    }
  },
});

const hasPlaceholder = (file: ConfigFile): boolean =>
  unfilledIn(file).length > 0 || file.findings.some((finding) => finding.rule === 'option/placeholder');

/** A text without any mark can be what a script looks for, where other values of the file are to be filled in. */
const mayBeFilledIn = ({ name }: ScalarKind, value: Value): boolean =>
  value.kind === 'string' && (name === 'gossip key' || /address$/.test(name));

/** Values that only a starting agent refuses have separate rules, except a key that is not base64. */
function hasStartupRule({ refusedBy, name }: ScalarKind, value: Value): boolean {
  const isBase64 = value.kind === 'string' && base64Length(value.value) !== undefined;
  return refusedBy === 'start' && (name !== 'gossip key' || isBase64);
}

/** Addresses of disabled listeners, which the agent does not read. */
function isUnread(path: string, value: Value, config: Config): boolean {
  const isOff = (port: string): boolean => (config.number(`ports.${port}`) ?? 0) <= 0;
  const isSocket = value.kind === 'string' && value.value.startsWith('unix://');
  return (path === 'serf_wan' && isOff('serf_wan')) || (path === 'addresses.dns' && isSocket && isOff('dns'));
}

/** Join entries and upstreams of sidecars have more specific rules. */
const ownRule = /^(retry_join|start_join)\b|\.sidecar_service\.proxy\.upstreams\[\d+\]\.destination_type$/;

/** Refused in a service of kind connect-proxy; in any other, and in a sidecar, the agent accepts it and starts. */
function isPassedOn(path: string, config: Config): boolean {
  if (/\.sidecar_service\.proxy\.expose\.paths\[\d+\]\.protocol$/.test(path)) return true;
  const service = /^(services\[\d+\])\.proxy\..*(?:\.destination_type|\.protocol)$/.exec(path)?.[1];
  return service !== undefined && config.string(`${service}.kind`) !== 'connect-proxy';
}

const fits = (kind: ScalarKind, value: Value, version: string): boolean =>
  scalarError(value, kind, version) !== 'value';

/** `-datacenter=dc1-data-dir=/opt`: on a command line, two flags that a space should part. */
function spaceMissing(value: Value): string {
  const flag =
    value.kind === 'string' &&
    value.source.file.endsWith('.service') &&
    /.(-{1,2}[a-z][a-z-]+)=/.exec(value.value);
  return flag ? `; write a space before ${flag[1]}` : '';
}

function shownValue(value: Value): string {
  if (value.kind === 'string')
    return JSON.stringify(value.value.length > 60 ? `${value.value.slice(0, 57)}…` : value.value);
  return value.kind === 'number' ? String(value.value) : value.kind;
}
