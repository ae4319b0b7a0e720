/**
 * Lints what another tool generated, in memory, and fails the build with GitHub annotations. The tool gives one JSON
 * object: the configuration of each agent by the name of its node, such as `terraform output -json consul`.
 *
 *     npx tsx examples/scripts/lint-generated.ts GENERATED.json
 */
import { readFileSync } from 'node:fs';
import { formatFindings, lint, type NodeFiles } from 'consul-cfg';

const [path = 'generated.json'] = process.argv.slice(2);
const generated = JSON.parse(readFileSync(path, 'utf8')) as Record<string, object>;

const nodes = Object.entries(generated).map(
  ([name, config]): NodeFiles => ({
    name,
    files: { 'consul.json': JSON.stringify(config, null, 2) },
  }),
);

const report = await lint(nodes, { consul: '1.20' });
process.stdout.write(await formatFindings(report, 'github'));
const { errors, warnings } = report.summary;
console.log(`${nodes.length} nodes: ${errors} errors, ${warnings} warnings`);
if (errors > 0) process.exitCode = 1;
