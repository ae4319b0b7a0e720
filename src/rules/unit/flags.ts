import { flagRemovedIn } from '../../options/suggest/removed-keys.ts';
import { flagsOf } from '../../subjects/agent/predicates.ts';
import type { Node } from '../../subjects/subjects.ts';
import { commandsOf } from '../../subjects/unit/command.ts';
import type { FlagFault } from '../../subjects/unit/flag-faults.ts';
import type { Directive, Word } from '../../text/systemd.ts';
import { rule } from '../rule.ts';

export const unitFlags = rule({
  id: 'unit/flags',
  scope: 'node',
  source: 'unit',
  severity: {
    default: 'error',
    warning: 'where a variable or a placeholder of the command line may make another one of it',
  },
  options: [],
  runWhenUnset: true,
  docs: {
    summary: 'The agent refuses its command line.',
    rationale:
      'The agent exits at a flag that it does not know, at a value of another type, and at a word that belongs to no flag. ' +
      'A flag such as -ui takes no word after it, and -retry-join takes one each time.',
    bad: {
      'consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d -datacentre=dc1\n',
    },
    good: {
      'consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d -datacenter=dc1\n',
    },
  },
  run(node, report) {
    const twice = node.unit && !node.command && secondConsul(node.unit.start);
    if (twice)
      report({
        at: twice.at,
        message:
          'consul has no command "consul": it prints its usage and exits; write the word once, before agent',
      });
    const fault = flagsOf(node)?.fault;
    if (!fault) return;
    const since = fault.kind === 'unknown' ? flagRemovedIn(fault.flag) : undefined;
    const condition = since === undefined ? conditionOf(fault, node) : undefined;
    report({
      at: fault.at,
      ...(since !== undefined && { since }),
      ...(condition !== undefined && { severity: 'warning' }),
      message: `${messageOf(fault, since)}${condition === undefined ? '' : ` (${condition})`}`,
    });
  },
});

/** What makes the command line right; undefined where nothing can. */
function conditionOf(fault: FlagFault, { command, unit }: Node): string | undefined {
  const words = command?.words.map(({ text }) => text) ?? [unit?.start.value ?? ''];
  const ofPlace = fault.kind === 'extra' ? words : [fault.kind === 'syntax' ? fault.text : fault.flag];
  return ofPlace.some((text) => sigils.test(text))
    ? 'unless what fills in the command line corrects it'
    : undefined;
}

const sigils = /[$<>{}`*]|%[^%]|@@/;

/**
 * In `consul consul agent`, as an entry point that adds the first one makes it. Only where the command begins with it: after
 * another program it may be an account or an image, as in `docker run consul consul agent`.
 */
function secondConsul(start: Directive): Word | undefined {
  return commandsOf(start).find(
    ([first, second, third]) => isConsul(first?.text) && isConsul(second?.text) && third?.text === 'agent',
  )?.[1];
}

const isConsul = (text = ''): boolean => /(?:^|\/)consul$/.test(text);

function messageOf(fault: FlagFault, removed: string | undefined): string {
  switch (fault.kind) {
    case 'unknown':
      if (removed !== undefined)
        return `${fault.flag} was removed from \`consul agent\` in ${removed}, and the agent exits; ${insteadOf(fault.flag)}`;
      return `${fault.flag} is not a flag of \`consul agent\`, and the agent exits${fault.nearest === undefined ? '; remove it, or set the option in a file' : `; did you mean ${fault.nearest}?`}`;
    case 'value':
      return `${fault.flag} takes ${fault.wants}, and the agent exits; write ${fault.flag}=VALUE`;
    case 'syntax':
      return `${fault.text} is not a flag, and the agent exits with "bad flag syntax"; write one or two dashes and the name`;
    case 'help':
      return `${fault.flag} makes the agent print its flags and exit; remove it`;
    case 'extra':
      return fault.isBehindDashes
        ? `-- ends the flags, so that ${fault.text} and all that follows is left over and the agent exits; remove the --`
        : extraWord(fault.text, fault.after);
  }
}

function extraWord(text: string, after: (FlagFault & { readonly kind: 'extra' })['after']): string {
  if (after === undefined)
    return `${text} belongs to no flag, and the agent exits with "Unexpected extra arguments"; write the flag before it, such as -config-dir=${text}`;
  if (/(?:^|\/)consul$/.test(text))
    return `${text} is the command again: with all that follows it is left over and the agent exits; write the flags alone`;
  const { flag, takesOne } = after;
  return takesOne
    ? `${flag} takes one value, so that ${text} and all that follows is left over and the agent exits; write the flag again: ${flag}=${text}`
    : `${flag} takes no word after it, so that ${text} and all that follows is left over and the agent exits; write ${flag} alone, or ${flag}=${text}`;
}

function insteadOf(flag: string): string {
  if (flag.startsWith('-atlas')) return 'remove it: Atlas no longer exists';
  return `write ${flag === '-dc' ? '-datacenter' : '-retry-join="provider=… …"'}`;
}
