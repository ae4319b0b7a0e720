/** Every place that a secret has, each with a text of its own to look for. */
import { agent } from '../../src/options/agent.ts';
import { inherits, walk } from '../../src/options/lookup.ts';

export type Plain = { [name: string]: unknown };

export class Markers {
  private readonly texts = new Map<string, string>();

  /** A text that is found again, and the place that it stands for. */
  at(place: string): string {
    const text = `Zk7q${this.texts.size}Sekrit${this.texts.size}W`;
    this.texts.set(text, place);
    return text;
  }

  get size(): number {
    return this.texts.size;
  }

  /** The places whose texts stand in an output, as written or in part. */
  in(output: string): string[] {
    return [...this.texts].flatMap(([text, place]) => (output.includes(text) ? [place] : []));
  }
}

/** Paths of the option table that are marked secret, with the kind of a config entry as a step. */
export const secretPaths: readonly string[] = secretOptions();

function secretOptions(): string[] {
  const paths: string[] = [];
  walk(agent, (found) => {
    if (inherits.secret(found)) paths.push(found.path);
  });
  return paths;
}

/** Secrets that no row of the table names: in free maps, in texts, under names of people's own. */
export const freePlaces: Readonly<Record<string, (secret: string) => Plain>> = {
  'auth method': (s) => ({
    connect: { ca_config: { auth_method: { type: 'userpass', params: { password: s } } } },
  }),
  AppRole: (s) => ({ connect: { ca_config: { auth_method: { params: { secret_id: s } } } } }),
  'AWS key of a CA': (s) => ({ connect: { ca_config: { secret_access_key: s } } }),
  'URL of Vault': (s) => ({ connect: { ca_config: { address: `https://user:${s}@vault:8200` } } }),
  'header of a check': (s) => ({
    checks: [{ name: 'c', http: 'http://a/', interval: '1s', header: { Authorization: [`Bearer ${s}`] } }],
  }),
  'token header': (s) => ({
    checks: [{ name: 'c', http: 'http://a/', interval: '1s', header: { 'X-Vault-Token': [s] } }],
  }),
  'URL of a check': (s) => ({ checks: [{ name: 'c', http: `http://u:${s}@a/`, interval: '1s' }] }),
  'arguments of a check': (s) => ({ checks: [{ name: 'c', args: ['consul', '-token', s], interval: '1s' }] }),
  'flag of a check': (s) => ({
    checks: [{ name: 'c', args: ['/bin/x', `--password=${s}`], interval: '1s' }],
  }),
  'body of a check': (s) => ({
    checks: [{ name: 'c', http: 'http://a/', interval: '1s', body: `{"password":"${s}"}` }],
  }),
  'header of a watch': (s) => ({
    watches: [
      {
        type: 'key',
        key: 'k',
        handler_type: 'http',
        http_handler_config: { path: 'http://h/', header: { Cookie: [s] } },
      },
    ],
  }),
  'URL of a watch': (s) => ({
    watches: [
      { type: 'key', key: 'k', handler_type: 'http', http_handler_config: { path: `https://u:${s}@h/` } },
    ],
  }),
  'metrics proxy': (s) => ({ ui_config: { metrics_proxy: { base_url: `http://u:${s}@prom` } } }),
  'proxy defaults': (s) => ({
    config_entries: { bootstrap: [{ Kind: 'proxy-defaults', Name: 'global', Config: { api_token: s } }] },
  }),
  'private key in an option for a path': (s) => ({ tls: { defaults: { key_file: pem(s) } } }),
  'service meta': (s) => ({ services: [{ name: 's', port: 80, meta: { password: s } }] }),
  'node meta': (s) => ({ node_meta: { secret: s } }),
  'misspelt token': (s) => ({ acl: { tokens: { agnet: s } } }),
  'unknown token': (s) => ({ acl: { tokens: { mine: s } } }),
  'misspelt key': (s) => ({ encrpyt: s }),
  'misspelt block': (s) => ({ acl: { tokns: { agent: s } } }),
  'misspelt API token': (s) => ({ telemetry: { circonus_api_tokn: s } }),
  'unknown password': (s) => ({ password: s }),
  'unknown key': (s) => ({ gossip_key: s }),
  'tokens at the root': (s) => ({ tokens: { agent: s } }),
  'text in place of a block': (s) => ({ acl: { tokens: s } }),
  'list in place of a text': (s) => ({ encrypt: ['a', s] }),
  'block in place of a text': (s) => ({ encrypt: { value: s } }),
  ...Object.fromEntries(joins().map((join) => [join('…'), (s: string) => ({ retry_join: [join(s)] })])),
};

const pem = (body: string): string =>
  `-----BEGIN EC PRIVATE KEY-----\n${body}\n-----END EC PRIVATE KEY-----\n`;

/** The clouds of go-discover that take a secret. */
function joins(): ((secret: string) => string)[] {
  const names = {
    aws: 'secret_access_key',
    azure: 'secret_access_key',
    os: 'password',
    digitalocean: 'api_token',
    scaleway: 'token',
    vsphere: 'password',
    packet: 'auth_token',
    linode: 'api_token',
    aliyun: 'access_key_secret',
    tencentcloud: 'access_key_secret',
    softlayer: 'api_key',
  };
  return Object.entries(names).flatMap(([provider, name]) => [
    (secret: string) => `provider=${provider} tag_key=a ${name}=${secret} tag_value=b`,
    (secret: string) => `provider=${provider} ${name}="a ${secret}"`,
  ]);
}

/** One configuration with a value at a path of the table. */
export function valueAt(path: string, value: string): Plain {
  const entry = /^(config_entries\.bootstrap)\[\]\.([^.]+)\.(.+)$/.exec(path);
  if (entry)
    return {
      config_entries: { bootstrap: [{ Kind: entry[2], Name: 'x', ...nested(entry[3]!.split('.'), value) }] },
    };
  return nested(path.split('.'), value) as Plain;
}

function nested(steps: readonly string[], value: unknown): Plain {
  const [step, ...more] = steps;
  const name = step!.replace('[]', '');
  const inner = more.length === 0 ? value : nested(more, value);
  return { [name]: step!.endsWith('[]') ? [inner] : inner };
}

/** As HCL, with the last value written in another way. */
export function hcl(plain: Plain, leaf: (name: string, value: string) => string): string {
  return Object.entries(plain)
    .map(([name, value]) => {
      const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
      if (typeof value === 'string') return leaf(key, value);
      if (Array.isArray(value) && typeof value[0] !== 'object') return `${key} = ${JSON.stringify(value)}`;
      const blocks = (Array.isArray(value) ? value : [value]) as Plain[];
      return blocks.map((block) => `${key} {\n${hcl(block, leaf)}\n}`).join('\n');
    })
    .join('\n');
}

/** Ways in which HCL is mistyped. */
export const brokenLeaves: Readonly<Record<string, (name: string, value: string) => string>> = {
  valid: (name, value) => `${name} = ${JSON.stringify(value)}`,
  'without quotes': (name, value) => `${name} = ${value}`,
  'without =': (name, value) => `${name} ${JSON.stringify(value)}`,
  'in single quotes': (name, value) => `${name} = '${value}'`,
  'in an open string': (name, value) => `${name} = "${value}`,
  'over two lines': (name, value) => `${name} =\n${JSON.stringify(value)}\nx y`,
  'with a colon': (name, value) => `${name}: ${JSON.stringify(value)}`,
  'as a heredoc': (name, value) => `${name} = <<EOF\n${value}\nEOF`,
  'as a heredoc without an end': (name, value) => `${name} = <<EOF\n${value}`,
  'twice in a line': (name, value) => `${name} = "a" "${value}"`,
};
