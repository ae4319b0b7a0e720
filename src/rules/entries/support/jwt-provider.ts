/** jwt-provider: who vouches for tokens, and where they are found. */
export const kinds = ['jwt-provider'];
