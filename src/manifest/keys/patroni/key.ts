/** `patroni` of a manifest, with the profile of that name: what Patroni's token may do and which files it needs. */
import type { Finding } from '../../../finding.ts';
import { token } from '../../../options/grammars/names.ts';
import { option, type Role, section } from '../../../options/option.ts';
import type { ObjectValue } from '../../../text/tree/value.ts';
import { readReferences } from '../../secrets/references.ts';
import type { NodeSpecBase, Structure } from '../../structure.ts';
import { at, boolAt, stringAt, wordsAt } from '../../values.ts';
import { key } from '../key.ts';
import { factsOf, fillToken } from '../placeholders.ts';
import type { ProfileName } from '../profile/schema.ts';
import { patroniFiles } from './files.ts';
import { defaultPatroni, type Patroni } from './patroni.ts';

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
    const patroni = manifest.patroni ?? defaultPatroni;
    return { ...patroni, token: patroni.token && fillToken(patroni.token, factsOf(node)) };
  },
  check: ({ patroni, profile }: WithPatroni) =>
    patroni?.at && !profile.includes('patroni') ? [withoutProfile(patroni.at)] : [],
  files: (_, nodes: readonly (NodeSpecBase & { readonly patroni: Patroni | undefined })[]) =>
    nodes.flatMap(patroniFiles),
  mapSecrets: (patroni: Patroni | undefined, change) =>
    patroni?.token ? { ...patroni, token: change(patroni.token) } : patroni,
});

export { record as key };

const patroniOptions = section(() => ({
  token: option(token, 'The ACL token of Patroni.', { secret: true }),
}));

/** Patroni runs on the clients if there are any, since then the servers have machines of their own. */
function patroniRole({ profile, datacenters }: WithPatroni): Role | undefined {
  if (!profile.includes('patroni')) return undefined;
  const hasClients = datacenters.some(({ nodes }) => nodes.some(({ role }) => role === 'client'));
  return hasClients ? 'client' : 'server';
}

function readPatroni(patroni: ObjectValue): Patroni {
  const secret = at(patroni, 'token');
  return {
    at: patroni,
    scopes: wordsAt(patroni, 'scope'),
    namespace: stringAt(patroni, 'namespace') ?? defaultPatroni.namespace,
    registerService: boolAt(patroni, 'register_service') === true,
    consistency: stringAt(patroni, 'consistency'),
    token: secret?.kind === 'string' ? secret : undefined,
    group: stringAt(patroni, 'group') ?? defaultPatroni.group,
  };
}

const withoutProfile = (at: NonNullable<Patroni['at']>): Finding => ({
  rule: 'manifest/invalid',
  severity: 'error',
  message: '`patroni` applies only with the profile of that name; write profile: patroni too',
  at,
  path: 'patroni',
});
