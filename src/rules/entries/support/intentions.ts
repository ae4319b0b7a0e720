/** service-intentions: who may call a service. */
export const kinds = ['service-intentions'];

export const actions = ['allow', 'deny'];

export const isPartialWildcard = (name: string): boolean => name !== '*' && name.includes('*');
