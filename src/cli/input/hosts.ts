/** Lists of hosts in flags and answers. */

export interface NamedHost {
  readonly name: string;
  readonly address: string | undefined;
}

/** `srv1,srv2` or, with addresses, `srv1=10.0.0.1,srv2=10.0.0.2`; blanks separate too. */
export function readHosts(text: string): NamedHost[] {
  return words(text).map((word) => {
    const equals = word.indexOf('=');
    if (equals < 0) return { name: word, address: undefined };
    return { name: word.slice(0, equals), address: word.slice(equals + 1) || undefined };
  });
}

export const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');
