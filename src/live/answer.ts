/** What an agent answers to one question, or why there is no answer. */
export type Answer =
  | {
      readonly kind: 'json';
      readonly json: unknown;
      /** The token may not see all of it. */
      readonly filtered?: boolean;
    }
  /** Another status than 200. */
  | { readonly kind: 'status'; readonly status: number; readonly text: string }
  /** No answer: the connection is refused, ends or takes too long. The reason completes "the agent at X …". */
  | { readonly kind: 'silent'; readonly reason: string }
  /** An answer that is none of Consul. The reason completes "the answer to X …". */
  | { readonly kind: 'odd'; readonly reason: string };

/** Asks for a path of the API of one agent. It never throws. */
export type Ask = (path: string) => Promise<Answer>;

/** The most that is read of an answer. */
export const mostBytes = 16 * 1024 * 1024;
