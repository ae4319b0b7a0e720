/** The options of docs/doctor.md that are not compared with what an agent runs, and why. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCompared } from '../../src/app/doctor/drift.ts';
import { runtimeFields } from '../../src/app/doctor/generated/runtime-fields.ts';
import { findOption, inherits } from '../../src/options/lookup.ts';
import { recordedOptions } from './runtime-fields.ts';

const secret = 'secrets, which agents hide';
const form = 'shown in another form';
const rich = `${form}, with much that is not in files`;
const late = 'not recorded: the agent answers only after it has reached a server or an issuer of tokens';
const nowhere = 'no field shows them';
const kept = 'the cluster keeps its own value, whatever an agent has loaded';

/** Why an option has no field, where it is not a secret. */
const reasons: Readonly<Record<string, string>> = {
  'ui_config.metrics_proxy.add_headers': secret,
  'connect.ca_config': kept,
  'config_entries.bootstrap': kept,
  services: rich,
  checks: rich,
  watches: rich,
  'telemetry.prefix_filter': rich,
  'auto_encrypt.ip_san': form,
  'auto_config.ip_sans': form,
  advertise_addr_ipv6: form,
  advertise_addr_wan_ipv6: form,
  'auto_encrypt.tls': late,
  'auto_config.enabled': late,
  'auto_config.authorization.enabled': late,
  'auto_config.authorization.static.claim_assertions': late,
  'ports.proxy_min_port': nowhere,
  'ports.proxy_max_port': nowhere,
  snapshot_agent: nowhere,
  raft_protocol: 'not recorded: one value is accepted',
  enable_syslog: 'not recorded: no syslog',
};

const isSecret = (path: string): boolean => inherits.secret(findOption(path)!) || path.endsWith('.key_file');

/** Those of `tls.defaults` are compared in each section that takes them. */
function isInherited(path: string): boolean {
  const name = path.replace(/^tls\.defaults\./, '');
  return name !== path && Object.hasOwn(runtimeFields, `tls.internal_rpc.${name}`);
}

function reasonOf(path: string): string {
  const reason = isSecret(path) ? secret : Object.hasOwn(runtimeFields, path) ? kept : (reasons[path] ?? '');
  if (reason === '') throw new Error(`${path} has no field in which agents show it: give the reason`);
  return reason;
}

export function notCompared(): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of recordedOptions()) {
    if (isCompared(path) || isInherited(path)) continue;
    const reason = reasonOf(path);
    groups.set(reason, [...(groups.get(reason) ?? []), path]);
  }
  return groups;
}

const page = join(import.meta.dirname, '../../docs/doctor.md');

export function doctorDoc(): string {
  const all = recordedOptions();
  const groups = notCompared();
  const left = [...groups.values()].flat().length;
  const rows = [...groups].map(
    ([reason, paths]) => `| ${paths.map((path) => `\`${path}\``).join(', ')} | ${reason} |`,
  );
  const text = `Of ${all.length} options that Community agents of these releases have, ${all.length - left} are compared. These are not:

| options | why |
|---|---|
${rows.join('\n')}
`;
  return readFileSync(page, 'utf8').replace(
    /<!-- not compared -->\n[\s\S]*<!-- \/not compared -->/,
    () => `<!-- not compared -->\n${text}<!-- /not compared -->`,
  );
}
