/** Which agents to ask, and where: as people name them, else as the files say. */
import type { Node } from '../../subjects/subjects.ts';
import { isLoopback } from '../../util/addresses.ts';
import { parseIp } from '../../util/ip.ts';
import type { Expected } from './expected.ts';

export interface Target {
  /** The node whose agent it is meant to be. */
  readonly node: string | undefined;
  /** As `-http-addr` of Consul takes it. */
  readonly address: string;
}

export interface Named {
  /** The address of one agent, whichever it is. */
  readonly address?: string | undefined;
  /** The address of the agent of each node, by its name. */
  readonly agents?: Readonly<Record<string, string>> | undefined;
}

/** What is named comes first; then the nodes whose API other machines reach; then the agent of this machine. */
export function targetsOf({ address, agents }: Named, nodes: readonly Expected[]): readonly Target[] {
  const named = Object.entries(agents ?? {}).map(([node, at]) => ({ node, address: at }));
  if (named.length > 0) return named;
  if (address !== undefined) return [{ node: undefined, address }];
  const reached = nodes.flatMap(({ name, node }): readonly Target[] => {
    const at = addressOf(node);
    return at === undefined ? [] : [{ node: name, address: at }];
  });
  return reached.length > 0 ? reached : [{ node: undefined, address: '127.0.0.1:8500' }];
}

/** Undefined where only the machine itself reaches the API, or the files do not say where it is. */
function addressOf({ config }: Node): string | undefined {
  for (const scheme of ['https', 'http'] as const) {
    const port = config.number(`ports.${scheme}`) ?? -1;
    const listens = (config.string(`addresses.${scheme}`) ?? config.string('client_addr') ?? '').split(/\s+/);
    const host = listens.map((text) => hostOf(text, config)).find((text) => text !== undefined);
    if (port > 0 && host !== undefined) return `${scheme}://${host}:${port}`;
  }
  return undefined;
}

function hostOf(text: string, config: Node['config']): string | undefined {
  if (!parseIp(text) || isLoopback(text)) return undefined;
  if (!isAny(text)) return inUrl(text);
  const own = [config.string('advertise_addr'), config.string('bind_addr')].find(
    (one) => one !== undefined && parseIp(one) && !isAny(one) && !isLoopback(one),
  );
  return own === undefined ? undefined : inUrl(own);
}

const isAny = (text: string): boolean => /^[0.:]+$/.test(text);

const inUrl = (ip: string): string => (ip.includes(':') ? `[${ip}]` : ip);
