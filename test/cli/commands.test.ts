/** What every command owes to whoever asks for help. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { run } from '../support/run.ts';

describe.each(commands)('$name', ({ name, load }) => {
  test('teaches by two examples of its own', async () => {
    const { command } = await load();
    expect(command.examples.length).toBeGreaterThanOrEqual(2);
    for (const { line, does } of command.examples) {
      expect(line).toMatch(new RegExp(`\\bconsul-cfg ${name}\\b`));
      expect(does).not.toBe('');
    }
    const { stdout, code } = await run([name, '--help']);
    expect(code).toBe(0);
    for (const { line, does } of command.examples) {
      expect(stdout).toContain(line);
      expect(stdout).toContain(does);
    }
  }, 60_000);
});

test.each([
  [['lnt', 'x'], 'lint'],
  [['valdate'], 'validate'],
  [['explan', 'ports'], 'explain'],
  [['lint', '--fromat', 'json', 'x'], '--format'],
  [['lint', '--consl', '1.16', 'x'], '--consul'],
])(
  '%j suggests %s',
  async (argv, meant) => {
    const { code, stderr } = await run(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(`Did you mean ${meant}?`);
  },
  60_000,
);
