/** Tasks that run a shell or a command: what starts an agent in them, and the files that they write. */
import type { Source } from '../../../text/source/source.ts';
import { itemsOf } from '../../../text/tree/read.ts';
import { agentsOf } from '../../shell/agents.ts';
import { effectsOf } from '../../shell/script/effects.ts';
import { holeOf, nameless } from '../../shell/script/expansions.ts';
import type { SourceFiles, StartedAgent } from '../../source.ts';
import { textWith } from './expressions.ts';
import { given, type Task } from './plays.ts';

export function startedByScript(task: Task, source: Source, files: SourceFiles): readonly StartedAgent[] {
  if (!/^(?:shell|command|raw)$/.test(task.module)) return [];
  const value = task.given.kind === 'object' ? given(task, 'cmd', '_raw_params') : task.given;
  const isArguments = itemsOf(given(task, 'argv')).length > 0;
  const script = isArguments ? undefined : textWith(holeOf(nameless, true), value);
  if (!script || !/consul/i.test(script.text)) return [];
  const agents = agentsOf({ source, files, effects: effectsOf(script, { mayBeGiven: true }) });
  return agents.map((agent) => ({
    ...agent,
    isAlone: true as const,
    open: agent.open ?? 'other tasks may set options of it',
  }));
}
