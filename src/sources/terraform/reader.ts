/** Files of Terraform that start containers, and container definitions of ECS by themselves. */
import { posix } from 'node:path';
import { MappedText } from '../../text/source/mapped-text.ts';
import type { Source } from '../../text/source/source.ts';
import type { SourceFiles, StartedAgent, World } from '../source.ts';
import { dockerAgents } from './docker.ts';
import { ecsAgents } from './ecs.ts';
import { type Block, type Expression, entryOf } from './language/expression.ts';
import { blocksIn } from './language/parser.ts';
import { filled } from './language/templates.ts';
import { Scope } from './scope.ts';

/** Larger ones are not written by people. */
const longest = 200_000;

export function readTerraform(source: Source, files: SourceFiles): World | undefined {
  if (source.text.length > longest) return undefined;
  const all = MappedText.whole(source);
  const agents = /\.tf$/.test(source.file)
    ? agentsIn(new Scope(blocksIn(all)), source, files)
    : ecsAgents(/\.json$/.test(source.file) ? all : filled(all, false));
  if (agents.length === 0) return undefined;
  // Other files of the directory may start further agents.
  return { kind: 'terraform', source, texts: [source], agents: named(agents, source), isWhole: false };
}

function agentsIn(scope: Scope, source: Source, files: SourceFiles): readonly StartedAgent[] {
  const definitions = [
    ...scope.resources('aws_ecs_task_definition').map((block) => entryOf(block, 'container_definitions')),
    ...templates(scope.blocks),
  ];
  return [
    ...dockerAgents({ scope, directory: posix.dirname(source.file), files }),
    ...definitions.flatMap((value) => definedIn(value, scope)),
  ];
}

/** Texts that a definition may be made of by its name. */
const templates = (blocks: readonly Block[]): readonly (Expression | undefined)[] =>
  blocks
    .filter(({ type, labels }) => type === 'data' && labels[0] === 'template_file')
    .map((block) => entryOf(block, 'template'));

function definedIn(value: Expression | undefined, scope: Scope): readonly StartedAgent[] {
  const text = scope.text(value);
  return text && /^\s*[[{]/.test(text.text) ? ecsAgents(text) : [];
}

/** After the file, with the line where there are several. */
function named(agents: readonly StartedAgent[], source: Source): readonly StartedAgent[] {
  const stem = posix.basename(source.file).replace(/(?<=.)\.[\w.]+$/, '');
  return agents.map((agent) => {
    if (agent.name !== '') return agent;
    const { line } = source.position(agent.at.start);
    return { ...agent, name: agents.length > 1 ? `${stem}:${line}` : stem };
  });
}
