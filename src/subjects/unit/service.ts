/** What rules about units share: a service that is started by Consul's own command line, and edits of its text. */
import type { TextEdit } from '../../text/source/edit.ts';
import type { Directive } from '../../text/systemd.ts';
import { isServer } from '../agent/predicates.ts';
import type { Node } from '../subjects.ts';
import type { Section, Unit } from './unit.ts';

/** Writes `name=value` after the start of the service, or after another directive. */
export function addDirective(unit: Unit, line: string, after: Directive = unit.start): TextEdit {
  const { source, end } = after.at;
  const lineEnd = source.text.indexOf('\n', end);
  const at = lineEnd < 0 ? source.text.length : lineEnd;
  return { source, start: at, end: at, text: `\n${line}` };
}

export function setDirective(directive: Directive, value: string): TextEdit {
  return { source: directive.at.source, start: directive.at.start, end: directive.at.end, text: value };
}

/** Takes the directive's lines out. */
export function removeDirective({ key, at }: Directive): TextEdit {
  const { text } = key.source;
  const start = text.lastIndexOf('\n', key.start) + 1;
  const lineEnd = text.indexOf('\n', at.end);
  return { source: key.source, start, end: lineEnd < 0 ? text.length : lineEnd + 1, text: '' };
}

/** The first directive of a section, behind which others may be written. */
export function firstOf(unit: Unit, section: Section): Directive | undefined {
  return unit.texts[0]?.directives.find((directive) => directive.section === section);
}

/** The account that the agent runs as; root where none is named. */
export function userOf(unit: Unit): string {
  if (/^(1|yes|true|on)$/i.test(unit.get('Service', 'DynamicUser')?.value ?? '')) return 'a dynamic user';
  return unit.get('Service', 'User')?.value || 'root';
}

/** What happens to a server's seat in the cluster when systemd stops it, and by what. */
export type Stop = 'leaves by ExecStop' | 'leaves by SIGINT' | 'leaves by SIGTERM' | 'stays';

export function stopOf(unit: Unit, node: Node): Stop {
  if (unit.all('Service', 'ExecStop').some(({ value }) => /\bconsul\S*\s+leave\b/.test(value)))
    return 'leaves by ExecStop';
  if (killSignal(unit) === 'SIGINT')
    return node.config.bool('skip_leave_on_interrupt') ? 'stays' : 'leaves by SIGINT';
  const leaves = node.config.bool('leave_on_terminate') ?? !isServer(node);
  return killSignal(unit) === 'SIGTERM' && leaves ? 'leaves by SIGTERM' : 'stays';
}

export function killSignal(unit: Unit): string {
  const value = (unit.get('Service', 'KillSignal')?.value ?? 'SIGTERM').toUpperCase();
  const name = { '2': 'INT', '15': 'TERM' }[value] ?? value;
  return name.startsWith('SIG') ? name : `SIG${name}`;
}
