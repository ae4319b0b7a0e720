import { decodeWeak } from '../../../model/decode/weak.ts';
import { boolAt, objectAt } from '../../../model/value-path.ts';
/** The certificate authority of the mesh. The agent checks its settings only where a provider is set. */
import { caConfig } from '../../../options/sections/services/ca-config.ts';
import type { AgentSubject } from '../../../subjects/subjects.ts';
import type { ObjectValue } from '../../../text/tree/value.ts';

export const root = 'connect.ca_config';

export const providers = ['consul', 'vault', 'aws-pca'];

export const providerOf = ({ config }: AgentSubject): string => config.string('connect.ca_provider') ?? '';

export const checksSettings = (subject: AgentSubject): boolean => providers.includes(providerOf(subject));

/** The settings as the provider reads them; those of a wrong type left out. */
export function settingsOf(
  { config, agent }: AgentSubject,
  onType: (path: string) => void = () => {},
): ObjectValue | undefined {
  const raw = objectAt(config.resolved, root);
  return (
    raw &&
    decodeWeak(
      raw,
      caConfig(),
      { version: agent.version, open: true, onFault: ({ path }) => onType(path) },
      root,
    )
  );
}

export const skips = (settings: ObjectValue | undefined): boolean =>
  boolAt(settings, 'SkipValidate') === true;
