/** How to test a rule of your own: agents in memory that break it, and some that do not. */
import { lint, type NodeFiles } from 'consul-cfg';
import { expect, test } from 'vitest';
import { siteInName } from './own-rule.ts';

const server = (name: string): NodeFiles => ({
  name,
  files: { 'consul.hcl': `node_name = "${name}"\nserver = true\n` },
});

async function messages(...nodes: readonly NodeFiles[]): Promise<readonly string[]> {
  const { findings } = await lint(nodes, { rules: [siteInName] });
  return findings
    .filter(({ rule }) => rule === siteInName.id)
    .map(({ file, line, severity, message }) => `${file}:${line} ${severity} ${message}`);
}

test('names with the site of the company pass', async () => {
  expect(await messages(server('fra-1'), server('fra-2'), server('fra-3'))).toEqual([]);
});

test('a name without a site is an error, at the name', async () => {
  expect(await messages(server('srv1'))).toEqual([
    'srv1/consul.hcl:1 error the name srv1 says no site; write fra-srv1 or ams-srv1',
  ]);
});

test('servers at two sites are a warning', async () => {
  expect(await messages(server('fra-1'), server('fra-2'), server('ams-1'))).toEqual([
    'ams-1/consul.hcl:1 warning the servers fra-1 and ams-1 are at two sites; each commit waits for the line between them',
  ]);
});
