/** What agents run where no file sets an option, by role and release. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeFields } from '../../src/app/doctor/generated/runtime-fields.ts';
import { fieldOf } from '../../src/app/doctor/json.ts';
import { type Json, selfOf } from './agent.ts';

const file = join(import.meta.dirname, '../../test/corpus/live/defaults.json');

const flagsOf: Readonly<Record<string, readonly string[]>> = {
  server: ['-server', '-bootstrap-expect=1'],
  client: [],
  dev: ['-dev'],
};

/** Each agent has a network of its own, so that it runs with the usual ports. */
export async function recordDefaults(
  binaries: readonly (readonly [release: string, binary: string])[],
  config: Json,
  certificates: Readonly<Record<string, string>>,
): Promise<void> {
  const lines: string[] = [];
  const fields = [...new Set(Object.values(runtimeFields).map(([field]) => field))].filter(isOfAgent).sort();
  for (const [role, flags] of Object.entries(flagsOf)) {
    const shown: (readonly [string, unknown])[] = [];
    for (const [release, binary] of binaries) {
      const { self, output } = await selfOf(config, { binary, address: '127.0.0.1', certificates, flags });
      if (!self) throw new Error(output);
      shown.push([release, self.DebugConfig]);
    }
    for (const field of fields) {
      const values = shown.map(([release, debug]) => [release, fieldOf(debug, field) ?? null]);
      lines.push(`${JSON.stringify(`${role} ${field}`)}: ${JSON.stringify(Object.fromEntries(values))}`);
    }
  }
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}

const isOfAgent = (field: string): boolean => !field.includes(':');
