/** The targets: every reader, and every use case, in memory. */
import {
  ConsulCfgError,
  check,
  compare,
  convert,
  fix,
  format,
  formatFindings,
  type JsonReport,
  lint,
  merge,
  upgrade,
  validate,
} from '../../src/index.ts';
import { type CorpusFormat, violations } from '../corpus/check.ts';
import { editor } from './editor.ts';
import type { Tree } from './input.ts';
import { init, render } from './render.ts';
import { Broken, type Target } from './target.ts';

type Texts = Record<string, string | Uint8Array>;

/** The only file of a target that takes one text. */
const only = (tree: Tree): Uint8Array => Object.values(tree)[0]!;
const textOf = (tree: Tree): string => new TextDecoder().decode(only(tree));

const isConfig = (name: string): boolean => /\.(?:hcl|json)$/.test(name);

/** The files of a tree as those of one agent: without their directories. */
const agentOf = (tree: Tree): Texts =>
  Object.fromEntries(
    Object.entries(tree)
      .filter(([name]) => isConfig(name))
      .map(([name, bytes]) => [name.replaceAll('/', '-'), bytes]),
  );

async function reports(report: JsonReport): Promise<string> {
  const formats = ['pretty', 'compact', 'github', 'junit', 'sarif', 'html'] as const;
  const texts = await Promise.all(formats.map((each) => formatFindings(report, each)));
  return [JSON.stringify(report), ...texts].join('\n');
}

/** What a text of one kind is to the readers of HCL and JSON. */
const text = (kind: CorpusFormat): Target => ({
  id: `text-${kind}`,
  kinds: [kind],
  writesFiles: true,
  run: async (tree) => {
    const found = violations(only(tree), kind);
    if (found.length > 0) throw new Broken(found.join(', '));
    return '';
  },
});

export const targets: readonly Target[] = [
  text('hcl'),
  text('json'),
  {
    id: 'format',
    kinds: ['hcl', 'json'],
    writesFiles: true,
    run: async (tree) => {
      const as = Object.keys(tree)[0]!.endsWith('json') ? 'json' : 'hcl';
      const once = format(textOf(tree), { format: as });
      if (once.text === undefined) return JSON.stringify(once.problems);
      if (format(once.text, { format: as }).text !== once.text) throw new Broken('formatting is not stable');
      return once.text;
    },
  },
  {
    id: 'convert',
    kinds: ['hcl', 'json', 'yaml'],
    writesFiles: true,
    run: async (tree) => {
      const name = Object.keys(tree)[0]!;
      const from = name.endsWith('json') ? 'json' : name.endsWith('hcl') ? 'hcl' : 'yaml';
      const to = from === 'hcl' ? 'json' : 'hcl';
      return JSON.stringify(await convert(textOf(tree), { from, to }));
    },
  },
  { id: 'manifest', kinds: ['yaml'], run: async (tree) => reports(await lint(textOf(tree))) },
  {
    id: 'settings',
    kinds: ['yaml'],
    run: async (tree) => reports(await lint({ 'a.hcl': 'data_dir = "/x"\n' }, { settings: textOf(tree) })),
  },
  {
    id: 'unit',
    kinds: ['service'],
    run: async (tree) =>
      reports(await lint({ 'consul.hcl': 'data_dir = "/x"\n', 'consul.service': only(tree) })),
  },
  { id: 'script', kinds: ['sh'], run: async (tree) => reports(await lint(tree)) },
  ...['ansible', 'compose', 'helm', 'hiera', 'kubernetes', 'shell', 'templates', 'terraform'].map(
    (sources): Target => ({
      id: `source-${sources}`,
      sources,
      run: async (tree) => reports(await lint(tree)),
    }),
  ),
  { id: 'lint', run: async (tree) => reports(await lint(tree)) },
  { id: 'check', run: async (tree) => reports(await check(agentOf(tree))) },
  { id: 'validate', run: async (tree) => JSON.stringify(await validate(agentOf(tree))) },
  { id: 'merge', writesFiles: true, run: async (tree) => JSON.stringify(await merge(agentOf(tree))) },
  {
    id: 'compare',
    run: async (tree) => {
      const files = Object.entries(agentOf(tree));
      return JSON.stringify(
        await compare(Object.fromEntries(files), Object.fromEntries([...files.slice(0, -1), changed])),
      );
    },
  },
  {
    id: 'upgrade',
    writesFiles: true,
    run: async (tree) => JSON.stringify(await upgrade(tree, { from: '1.10', to: '1.20' })),
  },
  {
    id: 'fix',
    writesFiles: true,
    run: async (tree) => {
      const once = await fix(tree);
      const twice = await fix({ ...tree, ...once.files });
      if (Object.keys(twice.files).length > 0) throw new Broken('a second run of fix changes something');
      return JSON.stringify(once);
    },
  },
  render,
  init,
  editor,
];

const changed: readonly [string, string] = ['z.hcl', 'data_dir = "/y"\nlog_level = "TRACE"\n'];

/** What the library throws for an input that it cannot take. */
export const isRefusal = (error: unknown): error is ConsulCfgError => error instanceof ConsulCfgError;
