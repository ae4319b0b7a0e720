/** jwt-provider: which keys verify tokens, and where requests carry them. */
export const kinds = ['jwt-provider'];
