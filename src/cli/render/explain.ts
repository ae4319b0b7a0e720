/** `--explain NODE`: every value of one node, and where it comes from. */
import type { ExplainedNode, ExplainedValue } from '../../node.ts';
import { visibleLine } from '../../util/visible.ts';

export function nodeText({ name, role, datacenter, consul, values }: ExplainedNode): string {
  const rows = values.map((value) => ({
    setting: visibleLine(`${value.path} = ${shown(value)}`),
    from: value.from,
  }));
  const width = Math.min(60, Math.max(...rows.map(({ setting }) => setting.length)));
  const lines = rows.map(({ setting, from }) => `${setting.padEnd(width)}  # ${from}`);
  return `${name}: ${role} in ${datacenter}, Consul ${consul}\n\n${lines.join('\n')}\n`;
}

const shown = ({ value, secret }: ExplainedValue): string => secret ?? JSON.stringify(value);
