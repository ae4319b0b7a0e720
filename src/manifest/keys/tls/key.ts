/** `tls` of a manifest: encryption between agents, from one word. */
import type { ObjectValue, Value } from '../../../text/tree/value.ts';
import type { NodeSpecBase, Structure } from '../../structure.ts';
import { at, boolAt, numberAt, stringAt } from '../../values.ts';
import { key } from '../key.ts';
import type { Pattern } from '../placeholders.ts';
import { type Tls, tlsSettings } from './tls.ts';

const record = key({
  read: (value) => (value?.kind === 'object' ? readTls(value) : undefined),
  settings: ({ tls }: Structure & { readonly tls: Tls | undefined }, node: NodeSpecBase, { servers }) =>
    tls ? tlsSettings(tls, node, servers).map((setting) => ({ at: tls.at, ...setting })) : [],
});

export { record as key };

const directory = '/etc/consul.d/tls';

function readTls(tls: ObjectValue): Tls {
  const pattern = (name: string, usual: string): Pattern => patternAt(tls, name) ?? { text: usual, at: tls };
  const https = at(tls, 'https');
  return {
    at: tls,
    ca: pattern('ca', `${directory}/ca.pem`),
    cert: pattern('cert', `${directory}/{node}.pem`),
    key: pattern('key', `${directory}/{node}-key.pem`),
    clients: (stringAt(tls, 'clients') as Tls['clients'] | undefined) ?? 'certificates',
    https: https?.kind === 'bool' ? undefined : (numberAt(tls, 'https') ?? 8501),
    verifyIncomingHttps: boolAt(tls, 'verify_incoming_https') === true,
    introTokenFile: patternAt(tls, 'intro_token_file'),
  };
}

function patternAt(parent: Value, name: string): Pattern | undefined {
  const value = at(parent, name);
  return value?.kind === 'string' ? { text: value.value, at: value } : undefined;
}
