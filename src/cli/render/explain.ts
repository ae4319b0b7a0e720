/** `--explain NODE`: every value of one node, and where it comes from. */
import type { NodeSpec } from '../../manifest/node.ts';
import { isReference } from '../../manifest/secrets/references.ts';
import { shownConfig } from '../../manifest/secrets/shown-secrets.ts';
import { atPlace } from '../../report/report.ts';
import { isHidden } from '../../secrets/values.ts';
import { visibleLine } from '../../text/source/visible.ts';
import { toPlain, type Value } from '../../text/tree/value.ts';

export function explainNode({ name, role, datacenter, version, config, reasons }: NodeSpec): string {
  const rows = leaves(shownConfig(config), '').map(({ path, value }) => ({
    setting: visibleLine(`${path} = ${shown(value)}`),
    from: reasons.get(path) ?? atPlace(value),
  }));
  const width = Math.min(60, Math.max(...rows.map(({ setting }) => setting.length)));
  const lines = rows.map(({ setting, from }) => `${setting.padEnd(width)}  # ${from}`);
  return `${name}: ${role} in ${datacenter}, Consul ${version}\n\n${lines.join('\n')}\n`;
}

interface Leaf {
  readonly path: string;
  readonly value: Value;
}

/** Lists are shown whole. */
function leaves(value: Value, path: string): Leaf[] {
  if (value.kind !== 'object' || value.members.size === 0) return [{ path, value }];
  return [...value.members.values()].flatMap((member) =>
    leaves(member.value, path === '' ? member.name : `${path}.${member.name}`),
  );
}

const shown = (value: Value): string =>
  isReference(value) || isHidden(value) ? value.value : JSON.stringify(toPlain(value));
