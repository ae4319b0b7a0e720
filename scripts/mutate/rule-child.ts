/** Runs in the copy: each mutant of the list next to its rule, over all cases until one reports something else. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverMachines } from '../../src/discovery/machine/machines.ts';
import { runAgentRules } from '../../src/engine/agent-rules.ts';
import type { Finding } from '../../src/finding.ts';
import type { Agent } from '../../src/model/agent.ts';
import type { Host } from '../../src/model/load/host.ts';
import { readAgent } from '../../src/model/load/read-agent.ts';
import { loadCatalog } from '../../src/rules/catalog.ts';
import { type AnyScopedRule, defaultSeverity, type Report, type Rule } from '../../src/rules/rule.ts';
import { clustersOf, type Estate } from '../../src/subjects/cluster/clusters.ts';
import type { Cluster, Node, Subjects } from '../../src/subjects/subjects.ts';
import { type Case, readCases, textOf } from '../../test/rules/cases.ts';
import { declarationsOf, type Files, lintFiles, memoryFs, readerOf } from '../../test/support/lab.ts';
import type { Mutant } from './breaks.ts';
import { root } from './copy.ts';
import type { Outcome } from './rules.ts';

/** What one case or example is about, read once. */
interface Bench {
  readonly name: string;
  readonly rule: string;
  readonly estates: readonly Estate[];
  readonly agents: readonly { readonly agent: Agent; readonly host: Host | undefined }[];
}

function benchOf(
  name: string,
  rule: string,
  files: Files,
  consul?: string,
  paths: readonly string[] = ['.'],
): Bench {
  const declared = declarationsOf(files);
  const { estates } = discoverMachines(
    paths,
    readerOf(files, consul ?? declared?.consul),
    declared?.declarations,
  );
  const agents = estates.flatMap(({ nodes }) => nodes.map((agent) => ({ agent, host: agent.machine })));
  return { name, rule, estates, agents };
}

function benchOfCase({ name, rule, files, consul, paths, validate }: Case): Bench {
  if (!validate) return benchOf(name, rule, files, consul, paths);
  return {
    name,
    rule,
    estates: [],
    agents: [
      {
        agent: readAgent(paths, memoryFs(files), { version: consul ?? '2.1' }),
        host: readerOf(files).machine,
      },
    ],
  };
}

const catalog = await loadCatalog();
const benches: readonly Bench[] = [
  ...readCases().map(benchOfCase),
  ...catalog.flatMap(({ id, docs }) => [
    benchOf(`bad example of ${id}`, id, docs.bad ?? {}, docs.consul),
    benchOf(`good example of ${id}`, id, docs.good ?? {}, docs.consul),
  ]),
];

function reported(rule: Rule, bench: Bench): string {
  if (rule.scope === 'reader') return '';
  const findings: Finding[] = [];
  if (rule.scope === 'agent') {
    for (const { agent, host } of bench.agents) findings.push(...runAgentRules(agent, [rule], host));
  } else {
    const report: Report = (found) =>
      findings.push({ rule: rule.id, severity: defaultSeverity(rule), ...found });
    for (const [subject, cluster] of subjectsOf(bench, rule.scope))
      (rule.run as (subject: Subject, report: Report, cluster?: Cluster) => void)(subject, report, cluster);
  }
  return findings
    .map((finding) => textOf([finding]))
    .sort()
    .join('');
}

type Subject = Subjects[AnyScopedRule['scope']];

function* subjectsOf(
  { estates }: Bench,
  scope: AnyScopedRule['scope'],
): Generator<readonly [Subject, Cluster | undefined]> {
  for (const estate of estates) {
    const clusters = clustersOf(estate);
    if (scope === 'cluster') for (const cluster of clusters) yield [cluster, cluster];
    for (const node of estate.nodes) {
      const cluster = clusters.find(({ agents }) => agents.includes(node));
      for (const subject of partsOf(node, scope)) yield [subject, cluster];
    }
  }
}

function partsOf(node: Node, scope: AnyScopedRule['scope']): readonly Subject[] {
  if (scope === 'node') return [node];
  if (scope === 'file') return node.files;
  return scope === 'unit' && node.unit ? [{ unit: node.unit, node }] : [];
}

const rightly = new Map<string, string>();

/** What the unbroken rule reports, worked out once. */
function reportedRightly(rule: Rule, bench: Bench): string {
  const key = `${rule.id} ${bench.name}`;
  const known = rightly.get(key) ?? reported(rule, bench);
  rightly.set(key, known);
  return known;
}

/** The case that reports something else; those of the rule's own come first. */
async function noticedBy({ file, text }: Mutant, at: number): Promise<string | undefined> {
  const id = file.replace(/^src\/rules\/|\.ts$/g, '');
  const right = catalog.find((rule) => rule.id === id);
  if (!right) return undefined;
  const path = join(root, file.replace(/\.ts$/, `.mutant-${at}.ts`));
  writeFileSync(path, text);
  try {
    const exported = Object.values((await import(path)) as Record<string, Rule>);
    const broken = exported.find((one) => one?.id === id);
    if (!broken) return 'it has no rule';
    const own = benches.filter(({ rule }) => rule === id);
    const other = [...own, ...benches.filter(({ rule }) => rule !== id)].find(
      (bench) => reported(broken, bench) !== reportedRightly(right, bench),
    );
    return other?.name ?? brokenExample(broken, right);
  } catch (error) {
    return `it throws: ${error instanceof Error ? error.message.split('\n')[0] : error}`;
  } finally {
    rmSync(path, { force: true });
  }
}

/** An example that has changed, and no longer shows what it is for: `test/rules/examples.test.ts`. */
function brokenExample({ id, docs }: Rule, right: Rule): string | undefined {
  for (const key of ['bad', 'good'] as const) {
    const files = docs[key];
    if (!files || JSON.stringify(files) === JSON.stringify(right.docs[key])) continue;
    const found = lintFiles(files, {}, docs.consul).map(({ rule }) => rule);
    if (found.includes(id) !== (key === 'bad') || found.includes('option/unknown')) return `${key} example`;
  }
  return undefined;
}

const [list = '', from = '0'] = process.argv.slice(2);
const mutants = JSON.parse(readFileSync(list, 'utf8')) as readonly Mutant[];
const send = (outcome: Outcome): unknown => process.send?.(outcome);
for (const [at, mutant] of mutants.entries()) {
  if (at < Number(from)) continue;
  send({ at });
  send({ at, noticed: (await noticedBy(mutant, at)) ?? false });
}
process.disconnect();
