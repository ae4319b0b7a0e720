/** A roll-out as text: what changes on which nodes, then the steps in their order. */
import type { RollOut, RollOutFile, RollOutNode } from '../../node.ts';
import { alikeNodes } from '../../node.ts';
import { plural } from '../../util/text.ts';
import { visibleLine } from '../../util/visible.ts';
import { changeText, unitText } from './change.ts';

export function rollOutText({ against, nodes, steps, notCompared }: RollOut): string {
  const changed = nodes.filter(({ kind }) => kind !== 'same');
  const same = nodes.length - changed.length;
  const parts = alikeNodes(changed).map(nodesText);
  const order = steps.map(
    ({ action, datacenter, nodes: names, how }, i) =>
      `${i + 1}. ${action} in ${visibleLine(datacenter)}: ${visibleLine(names.join(', '))}\n   ${how}\n`,
  );
  if (order.length > 0) parts.push(`Steps\n\n${order.join('')}`);
  const counted = `${plural(same, 'node')} as in ${visibleLine(against)}, ${changed.length} not.`;
  return `${[...parts, `${counted}${secretText(notCompared)}`].join('\n')}\n`;
}

const secretText = (count: number): string =>
  count === 0 ? '' : ` ${plural(count, 'file')} with secrets not compared: they are not on this machine.`;

function nodesText(group: readonly RollOutNode[]): string {
  const { role, datacenter, kind, effort, files, changes, unit } = group[0]!;
  const names = visibleLine(group.map(({ name }) => name).join(', '));
  const state = kind === 'changed' ? `changed, ${words[effort]}` : kind;
  const head = `${names}: ${role} in ${visibleLine(datacenter)}, ${state}\n`;
  const parts = [...changes.map(changeText), ...unit.map(unitText)];
  if (files.length > 0) parts.push(files.map(fileText).join(''));
  return [head, ...parts].join('\n');
}

const words: Readonly<Record<RollOutNode['effort'], string>> = {
  none: 'the agent runs as before',
  reload: 'a reload is enough',
  restart: 'the agent must be restarted',
  rolling: 'the servers must be restarted one by one',
  never: 'not all of it can be applied by configuration',
};

const fileText = ({ path, kind, asks }: RollOutFile): string =>
  `${kind}  ${visibleLine(path)}${asks === undefined ? '' : `  (${asks})`}\n`;
