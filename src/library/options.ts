/** The table of options, as plain data. */
import { type PlainOption, plainOption } from '../app/plain/explained.ts';
import { agent } from '../options/agent.ts';
import { walk } from '../options/lookup.ts';

function table(): readonly Omit<PlainOption, 'rules'>[] {
  const options: Omit<PlainOption, 'rules'>[] = [];
  walk(agent, (found) => {
    const { rules: _rules, ...option } = plainOption(found, [], undefined);
    options.push(option);
  });
  return options;
}

/** Every option of the agent in all releases: its meaning, type, default, releases, flag and what a change takes. */
export const options: readonly Omit<PlainOption, 'rules'>[] = /* @__PURE__ */ table();
