/** The certificates that agents serve: how long they are valid, for which names, and of which CA. */
import type { Finding } from '../../../finding.ts';
import { absolutePath } from '../../../subjects/machine/machine.ts';
import type { Node } from '../../../subjects/subjects.ts';
import { groupBy } from '../../../util/collections.ts';
import { plural } from '../../../util/text.ts';
import { type Expected, isNamed } from '../expected.ts';
import { fieldOf } from '../json.ts';
import { nameIn, type Observed } from '../observe.ts';
import { askedAt, type Listener, listenersOf } from './listeners.ts';
import { type Certificate, type Look, type Looks, placeIn, shown } from './look.ts';
import { areNamesVerified, nameOf } from './names.ts';

export interface CertificateState {
  readonly findings: readonly Finding[];
  /** Agents that were not asked anything, since their certificate is not valid. */
  readonly explained: readonly Observed[];
}

export async function certificateState(
  agents: readonly Observed[],
  nodes: readonly Expected[],
): Promise<CertificateState> {
  const found = await Promise.all(agents.map((agent) => looksAt(agent, nodes)));
  const all = found.flat();
  const areVerified = areNamesVerified(agents, nodes);
  return {
    findings: [
      ...alike(all).flatMap(expiryOf),
      ...all.flatMap((look) => nameOf(look, areVerified)),
      ...alike(all.filter(({ isOfFiles, served }) => isOfFiles && served.isStrange)).map(strangeCa),
    ],
    explained: all.flatMap(({ agent, served }) =>
      agent.self.kind === 'silent' && isInvalid(served) ? [agent] : [],
    ),
  };
}

/** The looks at one certificate of an agent, which several ports may serve. */
const alike = (looks: readonly Look[]): readonly Looks[] =>
  [
    ...groupBy(looks, ({ agent, served: { subject, names, date } }) =>
      JSON.stringify([agent.address, subject, names, date]),
    ).values(),
  ].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []));

const isInvalid = ({ isEarly, daysLeft }: Certificate): boolean => isEarly || daysLeft < 0;

async function looksAt(agent: Observed, nodes: readonly Expected[]): Promise<readonly Look[]> {
  const { served } = agent;
  if (!served) return [];
  const name = nameIn(agent) ?? agent.node;
  const expected = name === undefined ? undefined : nodes.find(isNamed(name));
  const looks = await Promise.all(
    toLookAt(agent).map(async (listener): Promise<readonly Look[]> => {
      const ca = expected && hasOwnCa(agent, listener) ? caOf(expected.node, listener) : undefined;
      const seen = await served({
        ...listener,
        protocol: listener.stanza === 'internal_rpc' ? 'rpc' : 'tls',
        ca,
      });
      return seen.kind === 'certificate'
        ? [{ agent, listener, served: seen, expected, isOfFiles: ca !== undefined }]
        : [];
    }),
  );
  return looks.flat();
}

/** The port that was asked too where the agent did not answer there: its certificate may be why. */
function toLookAt(agent: Observed): readonly Listener[] {
  const asked = agent.address.startsWith('https://') ? askedAt(agent.address) : undefined;
  if (agent.self.kind === 'silent') return asked ? [{ what: 'HTTPS', ...asked, stanza: 'https' }] : [];
  return listenersOf(agent);
}

/** Those that Connect, auto_encrypt or auto_config give an agent are of a CA of the cluster. */
function hasOwnCa({ self }: Observed, { stanza }: Listener): boolean {
  const get = (name: string): unknown =>
    fieldOf(self.kind === 'json' ? self.json : undefined, `DebugConfig.${name}`);
  const isGiven = get('AutoEncryptTLS') === true || get('AutoConfig.Enabled') === true;
  return !isGiven && !(stanza === 'grpc' && get('TLS.GRPC.UseAutoCert') === true);
}

/** Undefined where the file is not here. */
function caOf({ config, machine, tree }: Node, { stanza }: Listener): string | undefined {
  const file = absolutePath(config.string(`tls.${stanza}.ca_file`));
  if (file === undefined) return undefined;
  const bytes = machine?.files.read(file);
  const text = bytes ? new TextDecoder().decode(bytes) : tree?.read(file)?.text;
  return text?.includes('CERTIFICATE-----') ? text : undefined;
}

/** A certificate for less than 90 days is renewed by a program, and one for less than 30 by the cluster itself. */
const isSoon = ({ daysLeft, days }: Certificate): boolean =>
  days > 30 && daysLeft < Math.min(30, Math.floor(days / 3));

function expiryOf(looks: Looks): readonly Finding[] {
  const [look] = looks;
  const { served, agent } = look;
  const at = placeIn(look);
  const rule = 'live/certificate-expired';
  const unknown = agent.self.kind === 'silent' ? '; nothing is known of this agent' : '';
  const remedy = `put a new one in place of its file, and \`consul reload\`${unknown}`;
  if (served.isEarly)
    return [
      {
        rule,
        severity: 'error',
        message: `${shown(...looks)} is not valid yet: whoever verifies it refuses the connection; look at the clocks, or ${remedy}`,
        at,
      },
    ];
  if (served.daysLeft < 0)
    return [
      {
        rule,
        severity: 'error',
        message: `${shown(...looks)} has expired on ${served.date}: whoever verifies it refuses the connection; ${remedy}`,
        at,
      },
    ];
  if (!isSoon(served)) return [];
  return [
    {
      rule,
      severity: 'warning',
      message: `${shown(...looks)} expires in ${plural(served.daysLeft, 'day')}, on ${served.date}; ${remedy}`,
      at,
    },
  ];
}

const strangeCa = (looks: Looks): Finding => ({
  rule: 'live/certificate-ca',
  severity: 'error',
  message: `${shown(...looks)} is not signed by the CA of the files (${looks[0].expected!.node.config.string(`tls.${looks[0].listener.stanza}.ca_file`)}): agents that have this CA refuse it; issue it by that CA, or give all agents both CAs in one file`,
  at: placeIn(looks[0]),
});
