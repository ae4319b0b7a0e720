import { itemsAt } from '../../model/value-path.ts';
import { isPlaceholder } from '../../subjects/agent/predicates.ts';
import { replaceValue } from '../../subjects/edits.ts';
import { quote } from '../message.ts';
import { ofWrittenChecks } from './support/written.ts';

export const checkCommandLine = ofWrittenChecks({
  id: 'checks/command-line',
  scope: 'node',
  severity: 'warning',
  fix: 'unsafe',
  keys: ['args'],
  docs: {
    summary: 'The first of the args of a check is a whole command line.',
    rationale:
      'args is the program and its arguments, one in each item; no shell splits them. The agent looks for a program whose ' +
      'name is the whole text ("fork/exec …: no such file or directory"), and the check stays critical (measured on 1.16 ' +
      'and 1.23).',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nenable_local_script_checks = true\n\ncheck {\n  name = "disk"\n' +
        '  args = ["/usr/local/bin/check-disk -w 80"]\n  interval = "60s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nenable_local_script_checks = true\n\ncheck {\n  name = "disk"\n' +
        '  args = ["/usr/local/bin/check-disk", "-w", "80"]\n  interval = "60s"\n}\n',
    },
  },
  faults: ({ check }) => {
    const [first, ...rest] = itemsAt(check, 'args');
    if (first?.kind !== 'string' || isPlaceholder(first.value) || !isCommandLine(first.value)) return [];
    const words = splitWords(first.value);
    const items = (words.needShell ? ['/bin/sh', '-c', first.value] : words.items).map((item) =>
      JSON.stringify(item),
    );
    return [
      {
        key: 'args[0]',
        message:
          `no shell splits this text, and there is no program ${quote(first.value)}: every run fails and the check stays ` +
          `critical; write ${rest.length === 0 ? `args = [${items.join(', ')}]` : 'each argument as an item of its own'}`,
        ...(rest.length === 0 && {
          fix: {
            title: 'Write each argument as an item',
            safe: false,
            edits: [replaceValue(first, items.join(', '))],
          },
        }),
      },
    ];
  },
});

/** A program followed by words. The path of a program can have blanks in it, so a blank alone does not decide. */
function isCommandLine(text: string): boolean {
  const [program = '', ...words] = text.trim().split(/\s+/);
  if (words.length === 0 || /^[A-Za-z]:[\\/]/.test(program)) return false;
  // `/opt/my checks/disk.sh`
  const isPathWithBlanks =
    program.startsWith('/') && words.at(-1)!.includes('/') && /^\w/.test(words.at(-1)!);
  return !isPathWithBlanks || words.some((word) => /^[-<>|&;$"']/.test(word));
}

interface Words {
  readonly items: readonly string[];
  /** Quotes, variables, pipes: what only a shell understands. */
  readonly needShell: boolean;
}

const splitWords = (text: string): Words => ({
  items: text.trim().split(/\s+/),
  needShell: /["'`$|&;<>()*?~\\]/.test(text),
});
