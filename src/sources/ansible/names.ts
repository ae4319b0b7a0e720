/** What the names of files say in the layout of Ansible. */

export const isVariablesName = (path: string): boolean =>
  /(?:^|\/)(?:group_vars|host_vars)\/[^.]+(?:\.ya?ml)?$/.test(path) && !isOfRole(path);

export const isInventoryName = (path: string): boolean =>
  /(?:^|\/)(?:hosts|inventory)[^/]*$|\.ini$/.test(path) && !isOfRole(path);

const isOfRole = (path: string): boolean => /(?:^|\/)roles\//.test(path);
