import type { Config } from '../../model/config.ts';
import { aclsEnabled, isFragment } from '../../subjects/agent/predicates.ts';
import type { StringValue } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';

const path = 'http_config.response_headers';

export const anyOrigin = rule({
  id: 'http/any-origin',
  scope: 'node',
  source: 'runtime',
  severity: { default: 'warning', info: 'where ACLs are on, or may be in another file' },
  options: [path, 'acl.enabled'],
  docs: {
    summary: 'Every web site may read the answers of the HTTP API.',
    rationale:
      'The agent adds the header to every answer, and a browser then hands it to the page of any site. Who may reach the API ' +
      'and opens such a page, be it only at 127.0.0.1, lets it read all keys where ACLs are off, and what the anonymous or the ' +
      'default token may read where they are on. It may also write where Access-Control-Allow-Methods has PUT or DELETE: the ' +
      'agent answers the preflight request with all these headers (1.16.4, 1.20.2 and 1.23). The UI of the agent needs none.',
    bad: { 'consul.hcl': example('*') },
    good: { 'consul.hcl': example('https://tools.example.com') },
  },
  run(node, report) {
    const { config } = node;
    const origin = headerOf(config, 'access-control-allow-origin');
    if (origin?.value.trim() !== '*') return;
    // Of a part of a configuration it is not known.
    const isOpen = !aclsEnabled(config) && !isFragment(node);
    const writes = /\*|put|delete/i.test(headerOf(config, 'access-control-allow-methods')?.value ?? '');
    report({
      at: origin,
      path,
      ...(!isOpen && { severity: 'info' }),
      message:
        `Access-Control-Allow-Origin "*" lets the pages of every web site ${writes ? 'read and change' : 'read'} what the ` +
        `browser of a visitor reaches of this API${isOpen ? ', and ACLs are off' : ' without a token'}; write the one origin ` +
        'that needs it, or remove the header, which the UI does not need',
    });
  },
});

function headerOf(config: Config, name: string): StringValue | undefined {
  const headers = config.value(path);
  if (headers?.kind !== 'object') return undefined;
  const found = [...headers.members.values()].find((member) => member.name.toLowerCase() === name)?.value;
  return found?.kind === 'string' ? found : undefined;
}

function example(origin: string): string {
  return `data_dir = "/var/lib/consul"\n\nhttp_config {\n  response_headers {\n    Access-Control-Allow-Origin = "${origin}"\n  }\n}\n`;
}
