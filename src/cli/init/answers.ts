/** What a new cluster is made of, from flags or answers on a terminal. */
import { type NamedHost, words } from '../input/hosts.ts';
import { usageError } from '../io.ts';

export interface Answers {
  /** Release of Consul, such as `1.20`. */
  readonly consul: string;
  readonly datacenter: string;
  /** Names of profiles. */
  readonly profile: readonly string[];
  readonly servers: readonly NamedHost[];
  readonly clients: readonly NamedHost[];
  readonly format: string | undefined;
}

/** What flags give; the rest is asked, or usual. */
export type Given = { readonly [key in keyof Answers]: Answers[key] | undefined };

/** What is used where a flag or an answer is missing. */
export const usual: Answers = {
  consul: '',
  datacenter: 'dc1',
  profile: ['production'],
  servers: [],
  clients: [],
  format: undefined,
};

/** `none` means no profile. */
export function readProfile(text: string): string[] {
  return words(text).filter((word) => word !== 'none');
}

/** Addresses in the order of the servers. */
export function withAddresses(hosts: readonly NamedHost[], text: string): NamedHost[] {
  const addresses = words(text);
  if (addresses.length !== hosts.length) {
    throw usageError(
      `--addresses has ${addresses.length} for ${hosts.length} servers; give one for each, in their order`,
    );
  }
  return hosts.map(({ name }, i) => ({ name, address: addresses[i] }));
}
