/** Predicates on services of any kind. */
import { numberAt, stringAt } from '../../../model/value-path.ts';
import type { Service } from '../../forms/services.ts';

export const hasPlace = ({ value }: Service): boolean =>
  (numberAt(value, 'port') ?? 0) !== 0 || (stringAt(value, 'socket_path')?.value ?? '') !== '';
