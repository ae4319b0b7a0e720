/** The service name that Patroni derives from its scope: service_name_from_scope_name of its dcs/consul.py. */
export const serviceName = (scope: string): string =>
  scope
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, (sign) =>
      /[._ ]/.test(sign) ? '-' : `u${String(sign.codePointAt(0)).padStart(4, '0')}`,
    )
    .slice(0, 230);
