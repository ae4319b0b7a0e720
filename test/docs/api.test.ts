/**
 * `docs/api.md` as what a reader does with it: each `ts` block is a program of its own, which type-checks and runs in a
 * directory with the files that the page has shown so far. What it prints is in comments behind `→`, with `…` for any
 * text. The table of commands names functions that exist, and programs and tests that are there.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { formatWithOptions } from 'node:util';
import { transform } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { repository } from '../support/run.ts';
import { type Block, pages } from './pages.ts';

const page = pages.find(({ path }) => path === 'docs/api.md')!;
const programs = page.blocks.filter(({ language }) => language === 'ts');

const entries: Readonly<Record<string, () => Promise<object>>> = {
  'consul-cfg': () => import('consul-cfg'),
  'consul-cfg/node': () => import('consul-cfg/node'),
  'consul-cfg/hcl': () => import('consul-cfg/hcl'),
  'consul-cfg/json': () => import('consul-cfg/json'),
  'consul-cfg/schemas': () => import('consul-cfg/schemas'),
};

const load = async (name: string): Promise<unknown> => (entries[name] ? entries[name]() : import(name));

type Program = (
  load: (name: string) => Promise<unknown>,
  console: object,
  process: object,
  require: (name: string) => unknown,
) => Promise<void>;
const AsyncFunction = (async () => undefined).constructor as new (...parameters: string[]) => Program;

/** What a program prints, and with which code it ends. */
async function runProgram({ text }: Block): Promise<{ readonly printed: string; readonly exitCode: number }> {
  const { code } = await transform(text, { loader: 'ts', format: 'esm', target: 'node20', tsconfigRaw: {} });
  const body = code
    .replace(/^import (\w+) from "([^"]+)"( with \{.*\})?;$/gm, 'const $1 = require("$2");')
    .replace(/^import \{([^}]*)\} from "([^"]+)";$/gm, (_, names: string, from: string) => {
      return `const {${names.replaceAll(' as ', ': ')}} = await load("${from}");`;
    });
  let printed = '';
  const log = (...values: readonly unknown[]): void => {
    printed += `${formatWithOptions({ colors: false }, ...values)}\n`;
  };
  const process = {
    exitCode: 0,
    env: {},
    argv: [],
    stdout: {
      write: (text: string) => {
        printed += text;
      },
    },
  };
  const required = createRequire(join(repository, 'package.json'));
  await new AsyncFunction('load', 'console', 'process', 'require', body)(
    load,
    { log, error: log },
    process,
    (name) => required(name.replace('consul-cfg/', './')),
  );
  return { printed, exitCode: process.exitCode };
}

const shownBy = ({ text }: Block): string[] => [...text.matchAll(/\/\/ → (.*)$/gm)].map(([, line]) => line!);

/** `…` is any text of a line, and on a line of its own any lines. */
function matches(real: string, shown: readonly string[]): boolean {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lines = shown.map((line) =>
    line === '…' ? '(?:.*\n)*?' : `${line.split('…').map(literal).join('.*')}\n`,
  );
  return new RegExp(`^${lines.join('')}$`).test(real);
}

describe('each block is a program', () => {
  let directory = '';
  const before = process.cwd();
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'consul-cfg-api-'));
    for (const { file, text } of page.blocks) {
      if (file === undefined) continue;
      mkdirSync(dirname(join(directory, file)), { recursive: true });
      writeFileSync(join(directory, file), text);
    }
    process.chdir(directory);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(directory, { recursive: true, force: true });
  });

  test.each(programs.map((block) => ({ block, line: block.line })))('line $line', async ({ block }) => {
    const { printed, exitCode } = await runProgram(block);
    const shown = shownBy(block);
    expect(printed).toSatisfy((real: string) => matches(real, shown), shown.join('\n'));
    expect(exitCode).toBe(/process\.exitCode = 1/.test(block.text) ? 1 : 0);
  });
});

test('a wrong output, and one that is not shown, are noticed', () => {
  expect(matches('a b c\n', ['a … c'])).toBe(true);
  expect(matches('a\nb\nc\n', ['a', '…', 'c'])).toBe(true);
  expect(matches('abc\n', ['a.c'])).toBe(false);
  expect(matches('a\nb\n', ['a'])).toBe(false);
  expect(matches('a\n', ['a', 'b'])).toBe(false);
});

test('each block type-checks', () => {
  const config = ts.readConfigFile(join(repository, 'tsconfig.json'), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, repository);
  const texts = new Map(
    programs.map(({ line, text }) => [join(repository, `docs/api.md.${line}.ts`), `${text}\nexport {};\n`]),
  );
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile(file, ...rest)
      : ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  };
  const program = ts.createProgram([...texts.keys()], { ...options, noUnusedLocals: false }, host);
  const wrong = [...texts.keys()].flatMap((file) =>
    [
      ...program.getSyntacticDiagnostics(program.getSourceFile(file)),
      ...program.getSemanticDiagnostics(program.getSourceFile(file)),
    ].map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  );
  expect(texts.size).toBeGreaterThan(15);
  expect(wrong).toEqual([]);
});

describe('the table of commands', () => {
  const section = page.text.slice(page.text.indexOf('## Commands and functions'));
  const rows = [...section.matchAll(/^\| `(\w+)`.*$/gm)].map(([row, command]) => ({
    command: command!,
    cells: row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  }));

  test('has every command, and no empty cell', () => {
    expect(rows.map(({ command }) => command)).toEqual(commands.map(({ name }) => name));
    for (const { cells } of rows) expect(cells.filter((cell) => cell !== '')).toHaveLength(4);
  });

  test.each(rows)('$command: its functions, example and test are there', async ({ cells }) => {
    const [, functions = '', example = '', testCell = ''] = cells;
    const named = [...functions.matchAll(/`(\w+)`/g)].map(([, name]) => name!);
    const exported = new Set(
      (await Promise.all(Object.values(entries).map((open) => open()))).flatMap((names) =>
        Object.keys(names),
      ),
    );
    expect(named.filter((name) => !exported.has(name))).toEqual([]);
    if (named.length === 0) expect(functions).toContain('is a program');
    const links = [...`${example} ${testCell}`.matchAll(/\]\(([^)#]*)/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links)
      expect(link === '' || existsSync(join(repository, 'docs', link)), link).toBe(true);
  });
});

/** What the files of a command import from the entry points, types left out. */
function importedBy(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/^import \{([^}]*)\} from '([^']+)'|import\('([^']+)'\)/gm)];
  return imports.flatMap(([, names = '', from, lazy]) => {
    if (!(from ?? lazy!).startsWith('.')) return [];
    const target = resolve(dirname(file), from ?? lazy!);
    if (/\/src\/(?:index|node|hcl|json|schemas)\.ts$/.test(target))
      return names.split(',').map((name) => name.trim().split(' as ')[0]!);
    return target.includes('/src/cli/') ? importedBy(target, seen) : [];
  });
}

test('the row of a command names every function that the command calls, but for what all have', () => {
  const sections = page.text.split('\n## ');
  const common = sections.filter((section) => /^(?:Small things|Errors|Reports)\n/.test(section)).join('');
  const rowsOf = page.text.slice(page.text.indexOf('## Commands and functions')).split('\n');
  for (const { name } of commands) {
    const row = rowsOf.find((line) => line.startsWith(`| \`${name}\``))!;
    const calls = importedBy(join(repository, `src/cli/commands/${name}.ts`));
    const values = calls.filter((call) => call !== '' && !call.startsWith('type '));
    expect(
      values.filter((value) => !new RegExp(`\\b${value}\\b`).test(row + common)),
      name,
    ).toEqual([]);
  }
  expect(importedBy(join(repository, 'src/cli/commands/lint.ts'))).toContain('fix');
});

test('every function of the entry points is on the page', async () => {
  const { 'consul-cfg': pure, 'consul-cfg/node': node } = entries;
  const names = [...Object.keys(await pure!()), ...Object.keys(await node!())];
  expect(names.filter((name) => !new RegExp(`\`${name}\\b|\\b${name}\\(`).test(page.text))).toEqual([]);
});
