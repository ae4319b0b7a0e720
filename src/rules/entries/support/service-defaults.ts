/** service-defaults and proxy-defaults. */
export const kinds = ['service-defaults'];
