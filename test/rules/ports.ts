/**
 * Agents that serve certificates: a file `certificates/NAME.json` of a case has, for `https`, `grpc` and `rpc`, the days
 * until the certificate expires and its names, and `ca: other` where the file of the CA has another. The dates are shown as DATE.
 */
import { makeCertificate, type Port, serveTls, type Wanted } from '../support/certificates.ts';
import { type Answers, type Replayed, replay } from '../support/replay.ts';

const kinds = ['https', 'grpc', 'rpc'] as const;

export interface WithPorts {
  readonly agent: Replayed;
  readonly ports: readonly Port[];
  /** What the file of the CA has, where the case says whose it is. */
  readonly ca: string | undefined;
}

/** The agent shows the ports as its own. */
export async function withPorts(
  answers: Answers,
  certificates = '{}',
  byToken: Readonly<Record<string, Answers>> = {},
): Promise<WithPorts> {
  const wanted: Partial<Record<(typeof kinds)[number], Wanted & { ca?: string }>> = JSON.parse(certificates);
  const self = structuredClone(answers['/v1/agent/self']) as
    | { DebugConfig: Record<string, unknown> }
    | undefined;
  const agent = await replay(self ? { ...answers, '/v1/agent/self': self } : answers, byToken);
  const ports: Port[] = [];
  let ca: string | undefined;
  if (!self?.DebugConfig || certificates === '{}') return { agent, ports, ca };
  const shown = (port: number): string => `tcp://127.0.0.1:${port}`;
  self.DebugConfig.HTTPAddrs = [`tcp://${agent.address}`];
  const names = { https: 'HTTPSAddrs', grpc: 'GRPCTLSAddrs', rpc: 'RPCBindAddr' } as const;
  for (const kind of kinds) {
    const one = wanted[kind];
    if (!one) continue;
    const made = makeCertificate(one);
    if (one.ca !== undefined) ca = (one.ca === 'other' ? makeCertificate(one) : made).ca;
    const port = await serveTls(made, kind === 'rpc');
    ports.push(port);
    self.DebugConfig[names[kind]] = kind === 'rpc' ? shown(port.port) : [shown(port.port)];
  }
  const tls = self.DebugConfig.TLS as { InternalRPC: Record<string, unknown> };
  if (wanted.rpc) Object.assign(tls.InternalRPC, { CertFile: 'cert.pem', VerifyServerHostname: true });
  return { agent, ports, ca };
}

export const hidePorts = (text: string, ports: readonly Port[]): string =>
  ports
    .reduce((left, { port }) => left.replaceAll(`127.0.0.1:${port}`, 'srv1:PORT'), text)
    .replace(/\d{4}-\d\d-\d\d(?=[:;])/g, 'DATE');
