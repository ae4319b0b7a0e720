/** A manifest that was read: the same however it was written. Every part has its location. */
import { keys } from './generated/keys.ts';
import type { Key } from './keys/key.ts';
import type { Structure } from './structure.ts';

type Keys = typeof keys;
export type KeyName = keyof Keys;

/** What the record of each key reads. */
export type KeyValues = { readonly [Name in KeyName]: ReturnType<Keys[Name]['read']> };

export interface Manifest extends Structure, KeyValues {}

/** By name; their functions get the whole manifest, and so the values of all keys. */
export const keyRecords: readonly (readonly [KeyName, Key])[] = Object.entries(keys) as [KeyName, Key][];
