/** The path of a member of the block or map at `path`: `ports.http`; that of the root is empty. */
export const memberPath = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
