/** The table of faults, commands and outcomes. */

export interface Outcome {
  readonly scenario: string;
  readonly fault: string;
  /** How many changes to files the command makes. */
  readonly changes: number;
  readonly runs: number;
  /** After how many of them a working directory stays, since the next run had nothing to write where it is. */
  readonly left: number;
  readonly problems: readonly string[];
}

const words: Readonly<Record<string, string>> = {
  kill: 'killed at the change, a write half done',
  'killed-after': 'killed after the change',
  ENOSPC: 'no space left, a write half done',
  EIO: 'input/output error',
};

/** What happens to the directory and not to one change. */
const others = `What happens around the changes is tested elsewhere:

| what happens | outcome | test |
|---|---|---|
| two renders into one directory at once | the second is refused with a sentence that names the process of the first | \`test/write/lock.test.ts\` |
| a lock of another machine, whose clock may differ | counts until it has long been silent | \`test/write/lock.test.ts\` |
| a symbolic link comes to be below \`--out\` between look and write | nothing is written through it | \`test/write/directory.test.ts\` |
| a umask of 077 | a file that is replaced keeps its mode; secrets are their owner's alone | \`test/write/directory.test.ts\` |
| a file is changed between read and write | the change stays | \`test/write/rewrite.test.ts\` |
| the machine refuses a path | exit 3 and one line that names it | \`test/write/directory.test.ts\` |`;

export function pageOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(
    ({ scenario, fault, changes, runs, left, problems }) =>
      `| \`${scenario}\` | ${words[fault] ?? fault} | ${changes} | ${runs} | ${left} | ${problems.length === 0 ? 'old or new, healed' : `${problems.length} problems`} |`,
  );
  return `# Faults while writing

Each command that writes is run again and again, and each time another one of its changes to files (open, write, rename, link,
remove, mode, directory) goes wrong; where there are fewer runs than changes, these are spread over all of them. Afterwards each file must be the old or the new one; the command must end with exit code 3 and name the
reason, unless it was killed or the fault did no harm; the same command, run again, must do its work; and a key that was written
must still be the same. A working directory that a killed run left is taken away by the next one that writes to the same place. \`npm run faults -- --page\` makes this page; some of the runs are part of the suite.

| command | what goes wrong | changes | runs | working directory stays | outcome |
|---|---|---|---|---|---|
${rows.join('\n')}

${others}
`;
}
