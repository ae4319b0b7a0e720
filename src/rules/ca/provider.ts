import { texts } from '../forms/values.ts';
import { oneOf } from '../message.ts';
import { providers } from './support/ca.ts';

export const caProvider = texts({
  id: 'ca/provider',
  options: ['connect.ca_provider'],
  docs: { summary: 'Who signs the certificates of the mesh.' },
  wants: oneOf(providers),
  accepts: (text) => text === '' || providers.includes(text),
});
