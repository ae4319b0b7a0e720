import { basename } from 'node:path';
import { Source } from '../../text/source/source.ts';
import { rule } from '../rule.ts';

export const wrongExtension = rule({
  id: 'syntax/wrong-extension',
  scope: 'node',
  source: 'consul',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A file of the configuration directory is not read, or is read though it looks put aside.',
    rationale:
      'The agent loads every file of its directory that ends in .json or .hcl, in exactly this letter case, hidden ones ' +
      'too. It skips all others with a line in its log: .yml, .conf or .HCL files have no effect.',
    bad: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'etc/consul.d/acl.conf': 'acl {\n  enabled = true\n}\n',
    },
    good: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'etc/consul.d/README.md': 'Configuration of this machine.\n',
    },
  },
  run({ files, skipped }, report) {
    for (const path of skipped) {
      if (!looksMeant.test(basename(path))) continue;
      report({
        at: new Source(path, '').span(0, 0),
        message: `${basename(path)} ends in neither .json nor .hcl, so the agent does not read it; rename it, or move it out of the directory`,
      });
    }
    for (const { source } of files) {
      const name = basename(source.file);
      if (!name.startsWith('.')) continue;
      report({
        at: source.span(0, 0),
        message: `${name} is hidden, but the agent reads it like any other file; move it out of the directory if it is not to be used`,
      });
    }
  },
});

/** Configuration in another spelling, and copies that editors and package managers leave. */
const looksMeant =
  /\.(ya?ml|conf|cfg|ini|toml|tf|JSON|HCL|Json|Hcl)$|\.(json|hcl)(~|\.?(bak|old|orig|save|swp|new|disabled|off|tmpl|tpl|j2|erb|rpm\w+|dpkg-\w+).*)$/;
