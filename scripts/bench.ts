/** `npm run bench [-- NAME…]`: CPU time and ratios, all in one run. */
import type { Bench } from './bench/frame.ts';

const benches: Record<string, () => Promise<{ readonly bench: Bench }>> = {
  text: () => import('./bench/text.ts'),
  cli: () => import('./bench/cli.ts'),
  estate: () => import('./bench/estate.ts'),
  render: () => import('./bench/render.ts'),
};

const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  const load = benches[name];
  if (!load) {
    console.error(`no such bench: ${name}; there are ${Object.keys(benches).join(', ')}`);
    process.exitCode = 2;
    break;
  }
  const { bench } = await load();
  console.log(`\n${bench.name}`);
  await bench.run();
}
