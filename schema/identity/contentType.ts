import { catalogued } from '../errors/index.ts';

/** Passes what says that it is JSON. @throws CONTENT_TYPE_UNKNOWN */
export function assertJson({
  'content-type': type = '',
}: {
  readonly 'content-type'?: string | undefined;
}): void {
  if (/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type.trim())) return;
  throw catalogued('CONTENT_TYPE_UNKNOWN', { value: type });
}
