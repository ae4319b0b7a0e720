/** auto_config.authorization: servers check the token of a client before they send it its configuration. */
import type { AgentSubject } from '../../../subjects/subjects.ts';

export const authorization = 'auto_config.authorization';

export const method = `${authorization}.static`;

export const isAuthorizing = ({ config }: AgentSubject): boolean =>
  config.bool(`${authorization}.enabled`) === true;

const exampleKey =
  '-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE24w0IViNwzJ2FIuvNlXsyoXmauO2\\n' +
  '5I9U+jglzTak651MCtDGvRC8ZGv/U2KAW90WumNJyfTsq8lSvrCMwFNknw==\\n-----END PUBLIC KEY-----\\n';

/** A server that authorizes clients, as an example: with these lines in `static`, with or without a certificate. */
export function exampleOf(lines = '', certificate = true): string {
  return (
    'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nauto_config {\n  authorization {\n' +
    `    enabled = true\n    static {\n      jwt_validation_pub_keys = ["${exampleKey}"]\n` +
    `${lines === '' ? '' : `      ${lines}\n`}    }\n  }\n}\n${certificate ? exampleTls : ''}`
  );
}

const exampleTls =
  '\ntls {\n  internal_rpc {\n    ca_file = "/etc/consul.d/ca.pem"\n    cert_file = "/etc/consul.d/cert.pem"\n' +
  '    key_file = "/etc/consul.d/key.pem"\n  }\n}\n';
