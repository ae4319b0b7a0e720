import { each, find, stringAt } from '../../model/value-path.ts';
import type { AgentSubject } from '../../subjects/subjects.ts';
/** The form of rules about one service at a time. */
import type { ObjectValue } from '../../text/tree/value.ts';
import type { AgentRule } from '../rule.ts';

export interface Service {
  readonly value: ObjectValue;
  /** `services[2]`, or `services[2].connect.sidecar_service`. */
  readonly path: string;
  /** Empty for an ordinary service, and for every kind that the agent does not know. */
  readonly kind: string;
  readonly isAtLeast: AgentSubject['isAtLeast'];
}

/** `key`: the member concerned, by its path below the service. */
export type ReportService = (key: string, message: string) => void;

export interface ServiceRule extends Pick<AgentRule, 'id' | 'docs' | 'since' | 'before' | 'supersedes'> {
  readonly severity?: AgentRule['severity'];
  readonly keys: readonly string[];
  /** Also applies to sidecars; most rules do not, since the agent checks a sidecar only when it registers it. */
  readonly sidecars?: boolean;
  readonly run: (service: Service, report: ReportService) => void;
}

const sidecarKey = 'connect.sidecar_service';

const kinds = new Set([
  'connect-proxy',
  'mesh-gateway',
  'terminating-gateway',
  'ingress-gateway',
  'api-gateway',
]);

export function ofServices({
  keys,
  sidecars = false,
  severity = 'error',
  run,
  ...rest
}: ServiceRule): AgentRule {
  const places = ['services[]', ...(sidecars ? [`services[].${sidecarKey}`] : [])];
  return {
    ...rest,
    scope: 'agent',
    source: 'consul',
    severity,
    options: places.flatMap((place) => keys.map((key) => `${place}.${key}`)),
    run: ({ config, isAtLeast }, report) => {
      each(config.resolved, 'services[]', (value, path) => {
        let [service, at] = [value, path];
        // A sidecar may contain another one; the agent decodes all of them before it refuses.
        for (let depth = 0; service.kind === 'object' && depth <= maxSidecars; depth++) {
          visit(service, at, isAtLeast, run, report);
          const inner = sidecars ? find(service, sidecarKey) : undefined;
          if (!inner) return;
          [service, at] = [inner, `${at}.${sidecarKey}`];
        }
      });
    },
  };
}

const maxSidecars = 1000;

function visit(
  value: ObjectValue,
  path: string,
  isAtLeast: AgentSubject['isAtLeast'],
  run: ServiceRule['run'],
  report: Parameters<AgentRule['run']>[1],
): void {
  const written = stringAt(value, 'kind')?.value ?? '';
  const kind = kinds.has(written) ? written : '';
  run({ value, path, kind, isAtLeast }, (key, message) => {
    const found = find(value, key);
    report({ path: found ? `${path}.${key}` : path, value: found ?? value, message });
  });
}
