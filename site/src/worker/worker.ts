/** The engine, besides the page: typing is not held up by it. */
import type { Answer, Call } from './messages.ts';
import { work } from './work.ts';

addEventListener('message', async ({ data }: MessageEvent<Call>) => {
  const { id, name, given } = data;
  const run = work[name] as (given: unknown) => Promise<unknown>;
  let answer: Answer;
  try {
    answer = { id, result: await run(given) };
  } catch (error) {
    answer = { id, error: (error as Error).message };
  }
  postMessage(answer);
});
