/** The web UI. */
import { parseUrl } from '../../../model/grammar/url.ts';

export const basicName = /^[a-z0-9_-]+$/;

export const isWeb = (text: string): boolean => /^https?$/.test(parseUrl(text)?.scheme ?? '');
