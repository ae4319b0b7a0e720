/** Addresses of machines become those of containers, in a network of their own: nothing reaches the machines. */
import type { NodeSpec } from '../../../manifest/node.ts';
import { stringAt } from '../../../manifest/values.ts';
import { ipFamily, isAnyAddress, isLoopback } from '../../../util/addresses.ts';

export const subnet = '10.203.0.0/16';

export interface Addresses {
  /** Of the container of each node, by its name. */
  readonly own: ReadonlyMap<string, string>;
  /** What an address of a machine is here. */
  readonly moved: ReadonlyMap<string, string>;
}

const perNet = 250;

export function addressesOf(nodes: readonly NodeSpec[]): Addresses {
  const own = new Map(
    nodes.map(({ name }, i) => [name, `10.203.${1 + Math.floor(i / perNet)}.${1 + (i % perNet)}`]),
  );
  const moved = new Map<string, string>();
  for (const node of nodes) {
    for (const text of machineAddresses(node)) if (!moved.has(text)) moved.set(text, own.get(node.name)!);
  }
  return { own, moved };
}

const options = ['bind_addr', 'advertise_addr', 'advertise_addr_wan', 'serf_lan', 'serf_wan'];

function machineAddresses({ host, config }: NodeSpec): readonly string[] {
  const written = [host, ...options.map((option) => stringAt(config, option)?.trim())];
  return written.flatMap((text) =>
    text !== undefined && ipFamily(text) !== 0 && !isAnyAddress(text) && !isLoopback(text) ? [text] : [],
  );
}

/** A text with every address of a machine replaced: alone, with a port, among others. */
export function withMoved(text: string, { moved }: Addresses): string {
  return text.replace(/\[?(?<![\w.:])([\da-fA-F]*[:.][\da-fA-F:.]*)\]?/g, (all, address: string) => {
    const here = moved.get(address);
    if (here !== undefined) return here;
    // With a port: 10.0.0.1:8301.
    const [, before = '', port = ''] = /^([\d.]+)(:\d+)$/.exec(address) ?? [];
    const behind = moved.get(before);
    return behind === undefined ? all : behind + port;
  });
}
