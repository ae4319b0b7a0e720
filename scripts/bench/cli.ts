/** What a run of the command costs, as people and hooks start it: a process for one small file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './frame.ts';
import { inFolder, printCosts, program } from './process.ts';

const rounds = 31;

export const bench: Bench = {
  name: 'cli: one small file, as a separate process',
  run: () =>
    inFolder((folder) => {
      const hcl = join(folder, 'consul.hcl');
      const json = join(folder, 'consul.json');
      writeFileSync(hcl, hclText);
      writeFileSync(json, jsonText);
      const row = (...words: string[]) => ({
        name: words.join(' ').replaceAll(`${folder}/`, ''),
        argv: [program, ...words],
      });
      printCosts(
        folder,
        [
          row('--version'),
          row('check', json),
          row('check', hcl),
          row('lint', json),
          row('lint', hcl),
          row('validate', json),
          row('validate', hcl),
        ],
        rounds,
      );
    }),
};

const hclText = `node_name = "srv1"
datacenter = "dc1"
data_dir = "/var/lib/consul"
server = true
bootstrap_expect = 3
bind_addr = "10.0.0.1"
client_addr = "127.0.0.1"
encrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="
retry_join = ["10.0.0.2", "10.0.0.3"]
log_level = "INFO"

ui_config {
  enabled = true
}
`;

const jsonText = `{
  "node_name": "srv1",
  "datacenter": "dc1",
  "data_dir": "/var/lib/consul",
  "server": true,
  "bootstrap_expect": 3,
  "bind_addr": "10.0.0.1",
  "client_addr": "127.0.0.1",
  "encrypt": "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=",
  "retry_join": ["10.0.0.2", "10.0.0.3"],
  "log_level": "INFO",
  "ui_config": { "enabled": true }
}
`;
