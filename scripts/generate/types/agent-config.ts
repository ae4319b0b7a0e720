/** Prints the interfaces of an agent's configuration, with the docs of every option as comments. */
import { agentBlock } from '../../../src/options/agent.ts';
import type { BlockKind } from '../../../src/options/kinds.ts';
import { minors } from '../../../src/options/releases/versions.ts';
import { Interfaces } from './interfaces.ts';
import { blocksBelow, optionsIn, shapesOf } from './shapes.ts';

const head = `/**
 * Every option of an agent, for an editor's hover and the compiler. Generated from the option table by
 * \`npm run generate\`: change the section files instead.
 *
 * An interface without a release in its name has the options of all releases. \`TelemetryConfig1_19\` has those of Consul
 * 1.19 and of the releases after it, up to the next interface of that name; what all of them have is in its base.
 */
`;

export function agentConfigText(): string {
  const blocks = blocksBelow(agentBlock);
  const interfaces = new Interfaces([...blocks.values()], shapesOf(blocks));
  const parts = [...blocks.values()].map((block) => interfaces.textOf(block));
  return [`${head}${parts[0]}`, ...parts.slice(1), releasesText(interfaces), limitsText()].join('\n');
}

const releasesText = (interfaces: Interfaces): string => {
  const members = minors.map((minor) => `  '${minor}': ${interfaces.nameOf(agentBlock, minor)};\n`);
  return `/** The options of an agent by the minor release that knows them. */\nexport interface AgentConfigs {\n${members.join('')}}\n`;
};

/** Lists and maps are left out: nothing in them depends on the role. */
const limitsText = (): string =>
  '/** Options that only servers have: on a client, none of them may be given. */\n' +
  'export interface NotOnClients {\n  /** A client is not a server. */\n  server?: false | undefined;\n' +
  `${limitsIn(agentBlock, '  ')}}\n`;

function limitsIn(block: BlockKind, indent: string, around: readonly BlockKind[] = []): string {
  const members = optionsIn(block, undefined).map(([key, { kind, role }]) => {
    if (role === 'server') return `${indent}/** For servers only. */\n${indent}${key}?: undefined;\n`;
    if (kind.shape !== 'block' || around.includes(kind)) return '';
    const inner = limitsIn(kind, `${indent}  `, [...around, kind]);
    return inner && `${indent}${key}?: {\n${inner}${indent}} | undefined;\n`;
  });
  return members.join('');
}
