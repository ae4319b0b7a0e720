/** How agents are asked: with which token, over which TLS, for how long. As Consul's command line names and reads it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Access } from '../../../live/client.ts';
import { pemProblem } from '../../../live/pem.ts';
import type { OptionTable } from '../../given/options.ts';
import { givenError } from '../../plain/failures.ts';

export interface AccessOptions {
  /** Sent with every question, and never shown. Default: CONSUL_HTTP_TOKEN. */
  readonly token?: string | undefined;
  /** A file that holds it. Default: CONSUL_HTTP_TOKEN_FILE. */
  readonly tokenFile?: string | undefined;
  /** A file that holds the token of Patroni, whose rights are to be checked: it is sent to one agent. Default: none. */
  readonly patroniTokenFile?: string | undefined;
  /** Send the token over plain HTTP to other machines too. Default: false. */
  readonly insecureToken?: boolean | undefined;
  /** PEM of the CAs that sign the certificates of agents. Default: CONSUL_CACERT. */
  readonly caFile?: string | undefined;
  /** PEM of the client's certificate. Default: CONSUL_CLIENT_CERT. */
  readonly clientCert?: string | undefined;
  /** PEM of its key. Default: CONSUL_CLIENT_KEY. */
  readonly clientKey?: string | undefined;
  /** The name that the certificate of an agent must have. Default: CONSUL_TLS_SERVER_NAME, else the host. */
  readonly tlsServerName?: string | undefined;
  /** Milliseconds for an answer of an agent. Default: 5000. */
  readonly timeout?: number | undefined;
  /** Where these variables are. Default: the environment of the process. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

export const accessOptions: OptionTable<AccessOptions> = {
  token: 'any',
  tokenFile: 'any',
  patroniTokenFile: 'any',
  insecureToken: 'any',
  caFile: 'any',
  clientCert: 'any',
  clientKey: 'any',
  tlsServerName: 'any',
  timeout: 'any',
  env: 'any',
};

export type Allowed = Access & {
  /** Whether an address without a scheme is one of HTTPS. */
  readonly isSecure: boolean;
  readonly insecureToken: boolean;
  readonly patroniToken: string | undefined;
};

/** @throws ConsulCfgError for a file that cannot be read */
export function accessOf(caller: string, options: AccessOptions, cwd: string): Allowed {
  const { env = process.env, timeout = 5000, insecureToken = false } = options;
  const read = (name: keyof AccessOptions, path: string | undefined): string | undefined => {
    if (path === undefined || path === '') return undefined;
    try {
      return readFileSync(resolve(cwd, path), 'utf8');
    } catch (error) {
      throw givenError(caller, `${path} cannot be read (${(error as NodeJS.ErrnoException).code})`, name);
    }
  };
  const fromFile = (): string | undefined =>
    read('tokenFile', options.tokenFile ?? env.CONSUL_HTTP_TOKEN_FILE)?.trim();
  const token =
    options.token ?? (options.tokenFile === undefined ? env.CONSUL_HTTP_TOKEN || fromFile() : fromFile());
  const patroniToken = read('patroniTokenFile', options.patroniTokenFile)?.trim() || undefined;
  // A header holds nothing else, and neither does a token.
  for (const [text, property] of [
    [token, 'token'],
    [patroniToken, 'patroniTokenFile'],
  ] as const)
    if (text !== undefined && !/^[\x21-\x7e]*$/.test(text))
      throw givenError(caller, 'the token has blanks, line ends or letters that no token has', property);
  const tls = {
    ca: read('caFile', options.caFile ?? env.CONSUL_CACERT),
    cert: read('clientCert', options.clientCert ?? env.CONSUL_CLIENT_CERT),
    key: read('clientKey', options.clientKey ?? env.CONSUL_CLIENT_KEY),
  };
  const problem = pemProblem(tls);
  if (problem) throw givenError(caller, problem.message, problem.property);
  return {
    ...tls,
    token: token === '' ? undefined : token,
    timeout,
    insecureToken,
    patroniToken,
    serverName: (options.tlsServerName ?? env.CONSUL_TLS_SERVER_NAME) || undefined,
    isSecure: /^(?:1|t|true)$/i.test(env.CONSUL_HTTP_SSL ?? ''),
  };
}
