/** Pieces of texts that many messages have. */

/** The path of a member of the block or map at `path`: `ports.http`; that of the root is empty. */
export const memberPath = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** True for a UUID in either case. */
export const isUuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** `1 file`, `2 files` */
export const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
