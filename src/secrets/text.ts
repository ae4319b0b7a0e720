/** Sentences without what looks like a secret anywhere. */
import { replaced } from './range.ts';
import { secretsInText } from './shapes.ts';

/** Replaces a secret. */
export const hidden = '***';

export const maskText = (text: string): string => replaced(text, secretsInText(text), hide);

/** What is hidden already keeps its length. */
const hide = (piece: string): string => (/^\*+$/.test(piece) ? piece : hidden);
