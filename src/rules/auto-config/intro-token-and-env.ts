import { rule } from '../rule.ts';
import { tokenVariable } from './support/auto-config.ts';

export const autoConfigIntroTokenAndEnv = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/intro-token-and-env',
  severity: 'warning',
  options: ['auto_config.intro_token'],
  docs: { summary: `${tokenVariable} in the environment wins over auto_config.intro_token.` },
  run: ({ config, host }, report) => {
    const path = 'auto_config.intro_token';
    if (config.string(path) && host.env[tokenVariable])
      report({
        path,
        message: `${path} is not used, since ${tokenVariable} is set in the environment; keep one`,
      });
  },
});
