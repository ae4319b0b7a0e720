/** Texts of others without the secrets in them. */
import { maskText } from '../secrets/shapes.ts';

/** A text, such as the message of another program, with what looks like a secret in it hidden. */
export const concealSecrets = (text: string): string => maskText(text);
