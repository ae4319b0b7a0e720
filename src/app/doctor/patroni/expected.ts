/** The Patroni clusters that the files have, and what they say of them. */
import type { NodeSpec } from '../../../manifest/node.ts';
import type { PatroniFiles } from '../../../subjects/patroni/files.ts';
import type { Span } from '../../../text/source/source.ts';

/** In seconds; undefined where nothing says it. */
export interface Timing {
  readonly ttl: number | undefined;
  readonly loop_wait: number | undefined;
  readonly retry_timeout: number | undefined;
}

export const timeNames = ['ttl', 'loop_wait', 'retry_timeout'] as const;

export interface ExpectedPatroni {
  /** Empty for any. */
  readonly scopes: readonly string[];
  /** The prefix of its keys, without slashes. */
  readonly namespace: string;
  readonly registersService: boolean;
  /** What a new cluster is made with. */
  readonly timing: Timing;
  readonly at: Span;
}

const unknown: Timing = { ttl: undefined, loop_wait: undefined, retry_timeout: undefined };

export function patroniOfSpec({ patroni, at }: Pick<NodeSpec, 'patroni' | 'at'>): readonly ExpectedPatroni[] {
  if (!patroni) return [];
  const { scopes, namespace, registerService, postgresql, timing } = patroni;
  // Without PostgreSQL the times are not written into any file.
  const times = postgresql && {
    ttl: timing.ttl,
    loop_wait: timing.loopWait,
    retry_timeout: timing.retryTimeout,
  };
  return [
    { scopes, namespace, registersService: registerService, timing: times ?? unknown, at: patroni.at ?? at },
  ];
}

/** Loaded only where there are any of its files: they bring YAML with them. */
export async function patroniOfFiles(files: PatroniFiles): Promise<readonly ExpectedPatroni[]> {
  const { isTrue, patronisOf, settingOf, storesOf, textOf } = await import(
    '../../../subjects/patroni/instance.ts'
  );
  return patronisOf(files).flatMap((instance) => {
    const scope = textOf(instance, 'scope');
    if (!scope || /[{<$]/.test(scope.text) || storesOf(instance)[0]?.name !== 'consul') return [];
    const seconds = (name: string): number | undefined => {
      const value = settingOf(instance, `bootstrap.dcs.${name}`);
      return value?.kind === 'number' ? value.value : undefined;
    };
    return {
      scopes: [scope.text],
      namespace: (textOf(instance, 'namespace')?.text ?? 'service').replace(/^\/+|\/+$/g, ''),
      registersService: isTrue(settingOf(instance, 'consul.register_service')),
      timing: {
        ttl: seconds('ttl'),
        loop_wait: seconds('loop_wait'),
        retry_timeout: seconds('retry_timeout'),
      },
      at: scope.at,
    };
  });
}
