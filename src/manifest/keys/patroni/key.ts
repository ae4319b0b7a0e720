/** `patroni` of a manifest, with the profile of that name: what Patroni's token may do and which files it needs. */
import { token } from '../../../options/grammars/names.ts';
import { block, int, list, string } from '../../../options/kinds.ts';
import { option, type Role, section } from '../../../options/option.ts';
import type { StringValue } from '../../../text/tree/value.ts';
import { readReferences } from '../../secrets/references.ts';
import type { NodeSpecBase, Structure } from '../../structure.ts';
import { key } from '../key.ts';
import { factsOf, fillToken } from '../placeholders.ts';
import type { ProfileName } from '../profile/schema.ts';
import { type CheckedNode, checkPatroni } from './check.ts';
import { patroniFiles } from './files.ts';
import { defaultPatroni, type Patroni, readPatroni } from './patroni.ts';
import { mapPasswords } from './postgresql.ts';

type WithPatroni = Structure & {
  readonly patroni: Patroni | undefined;
  readonly profile: readonly ProfileName[];
};

const record = key({
  read: (value, context) =>
    value?.kind === 'object'
      ? readPatroni(readReferences(value, { ...context, section: patroniOptions() }))
      : undefined,
  perNode: (manifest: WithPatroni, node): Patroni | undefined => {
    if (node.role !== patroniRole(manifest)) return undefined;
    const facts = factsOf(node);
    return mapSecrets(manifest.patroni ?? defaultPatroni, (secret) => fillToken(secret, facts));
  },
  check: ({ patroni, profile }: WithPatroni, nodes: readonly CheckedNode[]) =>
    checkPatroni(patroni, profile.includes('patroni'), nodes),
  files: (_, nodes: readonly (NodeSpecBase & { readonly patroni: Patroni | undefined })[]) =>
    patroniFiles(nodes),
  mapSecrets: (patroni: Patroni | undefined, change) => patroni && mapSecrets(patroni, change),
});

export { record as key };

const password = option(string, 'A password of PostgreSQL.', { secret: true });
const plain = option(string, 'Not a secret.');
const number = option(int, 'Not a secret.');

/** Which values are secrets, and so may be references; the shapes are in the schema. */
const patroniOptions = section(() => ({
  token: option(token, 'The ACL token of Patroni.', { secret: true }),
  binary: plain,
  postgresql: option(
    block('postgresql', () => ({
      superuser: password,
      replication: password,
      rewind: password,
      cluster: plain,
      version: number,
      port: number,
      data_dir: plain,
      bin_dir: plain,
      clients: option(list(string), 'Not secrets.'),
    })),
    'The PostgreSQL of Patroni.',
  ),
}));

const mapSecrets = (patroni: Patroni, change: (secret: StringValue) => StringValue): Patroni => ({
  ...patroni,
  token: patroni.token && change(patroni.token),
  postgresql: patroni.postgresql && mapPasswords(patroni.postgresql, change),
});

/** Patroni runs on the clients if there are any, since then the servers have separate machines. */
function patroniRole({ profile, datacenters }: WithPatroni): Role | undefined {
  if (!profile.includes('patroni')) return undefined;
  const hasClients = datacenters.some(({ nodes }) => nodes.some(({ role }) => role === 'client'));
  return hasClients ? 'client' : 'server';
}
