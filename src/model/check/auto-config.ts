/** auto_config: clients fetch their configuration from the servers. */
import { joins } from '../network.ts';
import type { Check, Subject } from './check.ts';

const tokenVariable = 'CONSUL_INTRO_TOKEN';

const isOn = ({ config }: Subject): boolean => config.bool('auto_config.enabled') === true;

const client: Check = {
  id: 'agent/auto-config',
  severity: 'error',
  options: [
    'auto_config.enabled',
    'server',
    'tls.internal_rpc.verify_outgoing',
    'auto_config.intro_token',
    'auto_config.intro_token_file',
    'auto_config.server_addresses',
  ],
  docs: 'A client with auto_config needs TLS to the servers, a token to introduce itself with, and servers to ask.',
  run: (subject, report) => {
    if (!isOn(subject)) return;
    const { config, server, host } = subject;
    const path = 'auto_config.enabled';
    const verifies =
      config.bool('tls.internal_rpc.verify_outgoing') ||
      config.bool('tls.internal_rpc.verify_server_hostname');
    if (!verifies)
      report({
        path,
        message: `${path} sends secrets to the servers and takes some from them, so it needs TLS; set tls.internal_rpc.verify_outgoing to true`,
      });
    if (server)
      report({
        path,
        message: `${path} is for clients; on servers use auto_config.authorization`,
        related: [{ path: 'server', message: 'the agent is made a server here' }],
      });
    const hasToken =
      config.string('auto_config.intro_token') ||
      config.string('auto_config.intro_token_file') ||
      host.env[tokenVariable];
    if (!hasToken)
      report({
        path,
        message: `${path} needs a token to introduce the agent with: auto_config.intro_token, auto_config.intro_token_file or ${tokenVariable} in the environment`,
      });
    if (joins(config.strings('auto_config.server_addresses')) === 'nobody') {
      const addresses = 'auto_config.server_addresses';
      report({
        path,
        message: `${path} needs ${addresses}: the servers to ask`,
        related: [{ path: addresses, message: 'nobody is named here' }],
      });
    }
  },
};

const twoTokens: Check = {
  id: 'agent/intro-token-and-file',
  severity: 'warning',
  options: ['auto_config.intro_token', 'auto_config.intro_token_file'],
  docs: 'The token itself wins over the file.',
  run: (subject, report) => {
    const { config, host } = subject;
    const token = config.string('auto_config.intro_token') || host.env[tokenVariable];
    const path = 'auto_config.intro_token_file';
    if (isOn(subject) && token && config.string(path))
      report({ path, message: `${path} is not read, since the token is given as well; keep one` });
  },
};

const tokenInEnvironment: Check = {
  id: 'agent/intro-token-and-env',
  severity: 'warning',
  options: ['auto_config.intro_token'],
  docs: `${tokenVariable} in the environment wins over auto_config.intro_token.`,
  run: ({ config, host }, report) => {
    const path = 'auto_config.intro_token';
    if (config.string(path) && host.env[tokenVariable])
      report({
        path,
        message: `${path} is not used, since ${tokenVariable} is set in the environment; keep one`,
      });
  },
};

export const autoConfig: readonly Check[] = [client, twoTokens, tokenInEnvironment];
