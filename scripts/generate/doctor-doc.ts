/** The options of docs/doctor.md that are not compared with what an agent runs, and why. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCompared } from '../../src/app/doctor/drift/drift.ts';
import { runtimeFields } from '../../src/app/doctor/generated/runtime-fields.ts';
import { inForce, isSettled } from '../../src/options/in-force.ts';
import { findOption, inherits } from '../../src/options/lookup.ts';
import { recordedOptions } from './runtime-fields.ts';

const secret = 'secrets, which agents hide';
const nowhere = 'no field shows them';
const kept = 'the cluster keeps its own value, whatever an agent has loaded';

/** Why an option has no field, where it is not a secret. */
const reasons: Readonly<Record<string, string>> = {
  'ui_config.metrics_proxy.add_headers': secret,
  watches: 'agents show how many there are, which is compared, and not what they are',
  'ports.proxy_min_port': nowhere,
  'ports.proxy_max_port': nowhere,
  snapshot_agent: nowhere,
  raft_protocol: 'these releases accept one value only',
};

const isSecret = (path: string): boolean => inherits.secret(findOption(path)!) || path.endsWith('.key_file');

/** Those of `tls.defaults` are compared in each section that takes them. */
function isInherited(path: string): boolean {
  const name = path.replace(/^tls\.defaults\./, '');
  return name !== path && Object.hasOwn(runtimeFields, `tls.internal_rpc.${name}`);
}

function reasonOf(path: string): string {
  const reason = isSecret(path) ? secret : (reasons[path] ?? (isSettled(inForce(path)) ? kept : ''));
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
