import { stringAt } from '../../model/value-path.ts';
import { replaceValue } from '../../subjects/edits.ts';
import { own } from '../../util/collections.ts';
import { literalAt, ofWrittenChecks, testsOf } from './support/written.ts';

interface Fault {
  readonly why: string;
  /** What was meant, where that is known. */
  readonly meant?: string;
}

export const checkTarget = ofWrittenChecks({
  id: 'checks/target',
  scope: 'node',
  severity: 'warning',
  fix: 'unsafe',
  keys: ['http', 'tcp', 'udp', 'h2ping', 'grpc'],
  docs: {
    summary: 'The target of a check cannot be reached in any case, because its form is wrong.',
    rationale:
      'http takes a URL with scheme and host; tcp, udp and h2ping take host:port; grpc takes host:port or ' +
      'host:port/service. The agent accepts any text, every run fails, and the check stays critical (measured on 1.16 ' +
      'and 1.23).',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "web"\n  http = "127.0.0.1:8080/health"\n  interval = "10s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "web"\n  http = "http://127.0.0.1:8080/health"\n  interval = "10s"\n}\n',
    },
  },
  faults: ({ check }) => {
    // The others are reported by checks/several-tests.
    const [key = ''] = testsOf(check);
    const text = literalAt(check, key);
    const fault = text === undefined ? undefined : own(kinds, key)?.(text);
    if (!fault) return [];
    const { why, meant } = fault;
    return [
      {
        key,
        message: `${why}, so every run fails and the check stays critical${meant === undefined ? '' : `; write ${JSON.stringify(meant)}`}`,
        ...(meant !== undefined && {
          fix: {
            title: `Write ${meant}`,
            safe: false,
            edits: [replaceValue(stringAt(check, key)!, JSON.stringify(meant))],
          },
        }),
      },
    ];
  },
});

function httpFault(text: string): Fault | undefined {
  const match = /^(?<scheme>[a-z][a-z\d+.-]*):(?<slashes>\/*)(?<rest>.*)$/is.exec(text);
  const { scheme = '', slashes = '', rest = '' } = match?.groups ?? {};
  // `localhost:8080/x` looks like a scheme that is followed by a path.
  if (!match || (slashes === '' && /^\d/.test(rest))) return withoutScheme(text);
  if (!/^https?$/i.test(scheme))
    return {
      why: `the scheme of this URL is ${scheme}, and an http check knows http and https only`,
    };
  if (slashes.length < 2)
    return {
      why: `${scheme}: is not followed by two slashes, which leaves this URL without a host`,
      meant: `${scheme}://${rest}`,
    };
  return slashes.length > 2 || rest === '' || /^[/?#]/.test(rest)
    ? { why: 'this URL has no host' }
    : undefined;
}

const withoutScheme = (text: string): Fault =>
  text.startsWith('/')
    ? {
        why: 'this is a path and not a URL, to which the agent adds neither the address nor the port of the service',
      }
    : { why: 'this URL has no scheme', meant: `http://${text.replace(/^https?\/\//i, '')}` };

function hostPortFault(text: string): Fault | undefined {
  const [, rest] = /^[a-z][a-z\d+.-]*:\/\/(.*)$/is.exec(text) ?? [];
  if (rest !== undefined)
    return {
      why: 'this is a URL, and the check takes host:port',
      ...(/^[^/]+:\d+\/?$/.test(rest) && { meant: rest.replace(/\/$/, '') }),
    };
  const match = /^(?:\[[^\]]*\]|[^:[\]]*)(?::(?<port>[^:]*))?$/.exec(text);
  if (!match) return { why: 'an IPv6 address must be in brackets, such as [::1]:8080' };
  const port = match.groups?.port ?? '';
  if (port === '') return { why: 'this target has no port' };
  if (port.includes('/'))
    return { why: 'this target has a path after its port, and the check takes host:port' };
  return /^\d+$/.test(port) && Number(port) > 65535
    ? { why: `${port} is not a port: ports end at 65535` }
    : undefined;
}

/** The service is what follows the first slash. */
function grpcFault(text: string): Fault | undefined {
  const [, rest] = /^[a-z][a-z\d+.-]*:\/\/(.*)$/is.exec(text) ?? [];
  if (rest !== undefined)
    return {
      why: 'this is a URL, whose scheme the agent takes for the host, and the check takes host:port/service',
      ...(/^[^/]+:\d+(?:\/|$)/.test(rest) && { meant: rest }),
    };
  return hostPortFault(text.split('/', 1)[0]!);
}

const kinds: Readonly<Record<string, (text: string) => Fault | undefined>> = {
  http: httpFault,
  tcp: hostPortFault,
  udp: hostPortFault,
  h2ping: hostPortFault,
  grpc: grpcFault,
};
