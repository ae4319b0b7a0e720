/** What rules about units share: a service that is started by Consul's own command line, and edits of its text. */
import type { TextEdit } from '../../text/source/edit.ts';
import type { Directive } from '../../text/systemd.ts';
import { isServer } from '../agent/predicates.ts';
import type { Node } from '../subjects.ts';
import { commandsOf, programOf } from './command.ts';
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

/** The first directive of a section, after which others may be written. */
export function firstOf(unit: Unit, section: Section): Directive | undefined {
  return unit.texts[0]?.directives.find((directive) => directive.section === section);
}

/** The account that the agent runs as; root where none is named. */
export function userOf(unit: Unit): string {
  if (/^(1|yes|true|on)$/i.test(unit.get('Service', 'DynamicUser')?.value ?? '')) return 'a dynamic user';
  const user = unit.get('Service', 'User')?.value || 'root';
  return user === 'root' && switchesUser(unit) ? 'the account that the command line switches to' : user;
}

const switchers = new Set(
  'chpst gosu runuser setpriv setuidgid start-stop-daemon su su-exec sudo'.split(' '),
);

const switchesUser = (unit: Unit): boolean =>
  unit.start.value.split(/\s+/).some((word) => switchers.has(programOf(word.replace(/^["']/, ''))));

/** What happens to an agent's seat in the cluster when systemd stops it, and by what. */
export type Stop = 'leaves by ExecStop' | 'leaves by SIGINT' | 'leaves by SIGTERM' | 'stays';

export function stopOf(unit: Unit, node: Node): Stop {
  if (leavingCommand(unit)) return 'leaves by ExecStop';
  const signal = killSignal(unit);
  if (signal === 'SIGINT') {
    // Unless it is set, a server stays and a client leaves.
    const stays = node.config.bool('skip_leave_on_interrupt') ?? isServer(node);
    return stays ? 'stays' : 'leaves by SIGINT';
  }
  const leaves = node.config.bool('leave_on_terminate') ?? !isServer(node);
  return signal === 'SIGTERM' && leaves ? 'leaves by SIGTERM' : 'stays';
}

/** The `ExecStop` that takes the agent out of the cluster: by the command, or by the API that it calls. */
export const leavingCommand = (unit: Unit): Directive | undefined =>
  unit
    .all('Service', 'ExecStop')
    .find(({ value }) => /\bconsul\S*\s+leave\b|\/v1\/agent\/leave\b/i.test(value));

/** The first signal that the agent gets at a stop. */
export function killSignal(unit: Unit): string {
  const value = (stopSignal(unit)?.value ?? 'SIGTERM').toUpperCase();
  const name = { '2': 'INT', '15': 'TERM' }[value] ?? value;
  return name.startsWith('SIG') ? name : `SIG${name}`;
}

export interface StopSignal {
  readonly value: string;
  /** Where the signal is written: `KillSignal`, or an `ExecStop` that runs kill. */
  readonly directive: Directive;
}

/** Undefined where the unit leaves the signal to systemd. */
export function stopSignal(unit: Unit): StopSignal | undefined {
  for (const directive of unit.all('Service', 'ExecStop')) {
    const value = signalOf(directive);
    if (value !== undefined) return { value, directive };
  }
  const directive = unit.get('Service', 'KillSignal');
  return directive && { value: directive.value, directive };
}

/** Of the main process, by `kill` with its pid, or by `pkill` and `killall` with the name of the agent. */
function signalOf(directive: Directive): string | undefined {
  for (const command of commandsOf(directive)) {
    const texts = command.map(({ text }) => text);
    const at = texts.findIndex((text) => /^(?:kill|pkill|killall)$/.test(programOf(text)));
    const rest = texts.slice(at + 1).join(' ');
    if (at < 0 || !/\$\{?MAINPID|consul/.test(rest)) continue;
    const signal = /^(?:--signal[= ]|-s ?|-n ?|-)(?=[A-Za-z\d])([A-Za-z\d+]+)/.exec(rest)?.[1];
    return signal ?? 'SIGTERM';
  }
  return undefined;
}
