/** A look at the certificate of one port, and how messages name it. */
import type { Finding } from '../../../finding.ts';
import type { Served } from '../../../live/served.ts';
import { tlsOption } from '../../../subjects/agent/listeners.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import { called } from '../agents.ts';
import { type Expected, placeOf } from '../expected.ts';
import { nameIn, type Observed } from '../observe.ts';
import type { Listener } from './listeners.ts';

export type Certificate = Served & { readonly kind: 'certificate' };

export interface Look {
  readonly agent: Observed;
  readonly listener: Listener;
  readonly served: Certificate;
  readonly expected: Expected | undefined;
  /** Whether it was compared with the CA of the agent's files. */
  readonly isOfFiles: boolean;
}

/** Looks at one certificate. */
export type Looks = readonly [Look, ...Look[]];

/** The place of the certificate's file in the files, else that of the node. */
export function placeIn({ agent, expected, listener }: Look): Finding['at'] {
  if (!expected) return placeOf(agent);
  const { config } = expected.node;
  return config.string(`tls.${listener.stanza}.cert_file`)
    ? config.at(tlsOption(config, listener.stanza, 'cert_file'))
    : expected.at;
}

export const shown = (...looks: Looks): string => {
  const { agent, served } = looks[0];
  const node = nameIn(agent) ?? agent.node;
  const at = looks.map(
    ({ listener: { what, host, port } }) => `${host.includes(':') ? `[${host}]` : host}:${port} (${what})`,
  );
  const whose = node === undefined ? called(agent) : node;
  return `the certificate of ${whose} at ${named(at)}, "${served.subject || served.names[0] || 'without a name'}",`;
};
