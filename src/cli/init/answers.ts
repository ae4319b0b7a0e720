/** What a new cluster is made of, as flags or a person at a terminal say it. */
import { usageError } from '../io.ts';

export interface Answers {
  /** Release of Consul, such as `1.20`. */
  readonly consul: string;
  readonly datacenter: string;
  /** Names of presets. */
  readonly profile: readonly string[];
  readonly servers: readonly Host[];
  readonly clients: readonly Host[];
  readonly format: string | undefined;
}

/** What flags have said; the rest is asked, or usual. */
export type Given = { readonly [key in keyof Answers]: Answers[key] | undefined };

export interface Host {
  readonly name: string;
  readonly address: string | undefined;
}

/** What to say where a flag or an answer is missing. */
export const usual: Answers = {
  consul: '',
  datacenter: 'dc1',
  profile: ['production'],
  servers: [],
  clients: [],
  format: undefined,
};

/** `srv1,srv2` or, with addresses, `srv1=10.0.0.1,srv2=10.0.0.2`; blanks separate too. */
export function readHosts(text: string): Host[] {
  return words(text).map((word) => {
    const equals = word.indexOf('=');
    if (equals < 0) return { name: word, address: undefined };
    return { name: word.slice(0, equals), address: word.slice(equals + 1) || undefined };
  });
}

/** `none` is a word too, for whoever wants no preset. */
export function readProfile(text: string): string[] {
  return words(text).filter((word) => word !== 'none');
}

/** Addresses in the order of the servers. */
export function withAddresses(hosts: readonly Host[], text: string): Host[] {
  const addresses = words(text);
  if (addresses.length !== hosts.length) {
    throw usageError(
      `--addresses has ${addresses.length} for ${hosts.length} servers; give one for each, in their order`,
    );
  }
  return hosts.map(({ name }, i) => ({ name, address: addresses[i] }));
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');
