import { type JsonObject, isJsonObject } from './json.ts';

/**
 * The answer to a part of an operation as JSON text, made once for a part of an agency's answer that is kept. It stands
 * in the place of the value; {@link printJson} puts it into the text of the whole.
 */
export class KeptText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** For whoever takes an answer apart without {@link printJson}. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** Objects with a {@link KeptText} somewhere in them. */
const holders = new WeakSet<object>();

/** Notes that an object holds a text, or something that does. */
export function markHolder(object: JsonObject): void {
  holders.add(object);
}

/** Whether a completed value is a kept text or holds one. */
export function holdsKeptText(value: unknown): boolean {
  return value instanceof KeptText || (typeof value === 'object' && value !== null && holders.has(value));
}

/** JSON text of a completed value, with the kept texts as they are. */
export function printJson(value: unknown): string {
  if (value instanceof KeptText) return value.text;
  if (!isJsonObject(value) || !holders.has(value)) return JSON.stringify(value);
  const members = Object.keys(value).map((key) => `${JSON.stringify(key)}:${printJson(value[key])}`);
  return `{${members.join(',')}}`;
}
