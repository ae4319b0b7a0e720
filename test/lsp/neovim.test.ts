/** The settings of docs/editors.md in a real Neovim: what it shows of files with mistakes, and of one without. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleServer } from '../../scripts/build/language-server.ts';
import { repository } from '../support/run.ts';

const neovim = process.env.NVIM_PROGRAM ?? 'nvim';
const version = spawnSync(neovim, ['--version'], { encoding: 'utf8' }).stdout ?? '';
const [major = 0, minor = 0] = (/v(\d+)\.(\d+)/.exec(version)?.slice(1) ?? []).map(Number);
const isThere = major > 0 || minor >= 11;

const block = /```lua\n([\s\S]*?)```/.exec(readFileSync(join(repository, 'docs/editors.md'), 'utf8'))![1]!;

/** Opens one file after the other, waits for what the server reports of it, and prints that. */
const report = `
for _, path in ipairs(vim.split(vim.env.FILES, ' ')) do
  vim.cmd.edit(path)
  vim.wait(60000, function() return #vim.lsp.get_clients({ bufnr = 0 }) > 0 end, 50)
  vim.wait(path:match('nginx') and 2000 or 30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
  for _, d in ipairs(vim.diagnostic.get(0)) do
    io.stdout:write(('%s:%d:%d %s %s\\n'):format(path, d.lnum + 1, d.col + 1, vim.diagnostic.severity[d.severity], d.code))
  end
end
vim.cmd('qa!')
`;

const files = {
  'consul.d/consul.hcl': 'data_dir = "/opt/consul"\nretry_jion = ["10.0.0.2"]\n',
  'consul.service':
    '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d -bindaddr=10.0.0.1\n',
  'docker-compose.yml':
    'services:\n  consul:\n    image: hashicorp/consul:1.20\n    command: agent -server -bindaddr=10.0.0.1\n',
  'cluster.yaml': 'consul: "1.20"\nservers: [a, b, c]\nconfig:\n  log_lvel: WARN\n',
  'consul-cfg.yaml': 'rules:\n  gossip/unencripted: off\n',
  'nginx.service': '[Service]\nExecStart=/usr/sbin/nginx\n',
};

test.skipIf(!isThere)('what Neovim shows (needs Neovim 0.11)', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-neovim-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    const bin = join(cwd, 'bin');
    mkdirSync(bin);
    await bundleServer(join(bin, 'server.cjs'));
    writeFileSync(
      join(bin, 'consul-cfg'),
      `#!/bin/sh\nexec "${process.execPath}" "${bin}/server.cjs" "$@"\n`,
    );
    chmodSync(join(bin, 'consul-cfg'), 0o755);
    writeFileSync(join(cwd, 'init.lua'), block);
    writeFileSync(join(cwd, 'report.lua'), report);
    const shown = execFileSync(
      neovim,
      ['--headless', '--clean', '-u', 'init.lua', '-c', 'luafile report.lua'],
      {
        cwd,
        env: {
          ...process.env,
          HOME: cwd,
          PATH: `${bin}${delimiter}${process.env.PATH}`,
          FILES: Object.keys(files).join(' '),
        },
        encoding: 'utf8',
      },
    );
    for (const line of [
      'consul.d/consul.hcl:2:1 ERROR option/unknown',
      'consul.service:3:59 ERROR unit/flags',
      'docker-compose.yml:4:28 ERROR unit/flags',
      'cluster.yaml:4:3 ERROR option/unknown',
      'consul-cfg.yaml:2:3 ERROR settings/invalid',
    ])
      expect(shown.split('\n')).toContain(line);
    expect(shown).not.toContain('nginx');
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
});
