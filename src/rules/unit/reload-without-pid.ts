import { commandsOf, programOf } from '../../subjects/unit/command.ts';
import { setDirective } from '../../subjects/unit/service.ts';
import type { Unit } from '../../subjects/unit/unit.ts';
import type { Word } from '../../text/systemd.ts';
import { rule } from '../rule.ts';

export const reloadWithoutPid = rule({
  id: 'unit/reload-without-pid',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: [],
  fix: 'safe',
  docs: {
    summary: 'The unit reloads by `kill` without a process.',
    rationale:
      'kill without a pid exits with status 1 and signals nothing, so systemctl reload fails and the agent keeps the ' +
      'services and tokens that it has. The usual cause is a unit written by a shell, which replaced $MAINPID with ' +
      'nothing.',
    bad: {
      'consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\nExecReload=/bin/kill -HUP\n',
    },
    good: {
      'consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\nExecReload=/bin/kill -HUP $MAINPID\n',
    },
  },
  run({ unit }, report) {
    for (const directive of unit.all('Service', 'ExecReload')) {
      const commands = commandsOf(directive);
      const isAlone = commands.length === 1 && programOf(commands[0]![0]?.text ?? '') === 'kill';
      // A script may set variables itself.
      const isUnset = isAlone ? (text: string) => isEmpty(text, unit) : () => false;
      if (!commands.some((words) => killsNothing(words, isUnset))) continue;
      report({
        at: directive.at,
        message:
          'kill gets no pid here and fails, so systemctl reload changes nothing; write ' +
          `ExecReload=${line}${/\$\{?MAINPID/.test(directive.value) ? '' : ', and quote the text where a shell writes this unit'}`,
        ...(isAlone && {
          fix: { title: `Write ExecReload=${line}`, safe: true, edits: [setDirective(directive, line)] },
        }),
      });
    }
  },
});

const line = '/bin/kill --signal HUP $MAINPID';

/** Of what follows the signal nothing is a pid; xargs and its like bring one. */
function killsNothing(words: readonly Word[], isUnset: (text: string) => boolean): boolean {
  const texts = words.map(({ text }) => text);
  const at = texts.findIndex((text) => programOf(text) === 'kill');
  const isRunBy = texts.slice(0, at).every((text) => prefixes.test(programOf(text)));
  const rest = texts.slice(at + 1);
  if (at < 0 || !isRunBy || rest.some((text) => /^(?:-l|-L|--list|--table)/.test(text))) return false;
  const operands = rest.filter(
    (text, i) => !text.startsWith('-') && !/^(?:-s|-n|--signal)$/.test(rest[i - 1] ?? ''),
  );
  return operands.every(isUnset);
}

const prefixes = /^(?:busybox|command|env|exec|sudo|\w+=.*)$/;

/** A variable that is not set gives no word; `$$MAINPID` is the text `$MAINPID`, and kill refuses any text. */
function isEmpty(text: string, unit: Unit): boolean {
  if (text.startsWith('$$') || /^[A-Za-z_]\w*$/.test(text)) return true;
  const name = /^\$\{?(\w+)\}?$/.exec(text)?.[1];
  if (name === undefined || name === 'MAINPID') return false;
  const isFromElsewhere = ['EnvironmentFile', 'PassEnvironment'].some((key) => unit.get('Service', key));
  return (
    !isFromElsewhere && !unit.all('Service', 'Environment').some(({ value }) => value.includes(`${name}=`))
  );
}
