/**
 * A rule of your own: it runs with those of the catalogue, and settings, ignores and reports treat it like them.
 *
 *     npx tsx examples/scripts/own-rule.ts PATH…
 */
import { pathToFileURL } from 'node:url';
import type { CustomRule } from 'consul-cfg';
import { formatFindings, lint } from 'consul-cfg/node';

/** Sites of the company: names of nodes begin with one. */
const sites = ['fra', 'ams'];

export const siteInName: CustomRule = {
  id: 'acme/site-in-name',
  severity: 'error',
  docs: {
    summary: 'The name of a node begins with its site, and all servers of a cluster are at one site.',
    rationale: 'Dashboards and the on-call rota take the site from the name.',
  },
  agent({ name }, report) {
    if (sites.some((site) => name.startsWith(`${site}-`))) return;
    const choices = sites.map((site) => `${site}-${name}`).join(' or ');
    report({ path: 'node_name', message: `the name ${name} says no site; write ${choices}` });
  },
  cluster({ agents }, report) {
    const servers = agents.filter(({ role }) => role === 'server');
    const [first] = servers;
    for (const agent of servers) {
      if (!first || siteOf(agent.name) === siteOf(first.name)) continue;
      report({
        agent,
        path: 'node_name',
        severity: 'warning',
        message: `the servers ${first.name} and ${agent.name} are at two sites; each commit waits for the line between them`,
      });
    }
  },
};

const siteOf = (name: string): string => name.slice(0, name.indexOf('-'));

async function main(paths: readonly string[]): Promise<void> {
  const report = await lint(paths, { rules: [siteInName] });
  process.stdout.write(await formatFindings(report, 'compact'));
  if (report.summary.errors > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
