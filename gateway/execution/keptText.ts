import { type JsonObject, isJsonObject } from './json.ts';

/**
 * The answer to a part of an operation as JSON text, made once for a part of an agency's answer that is kept. It stands
 * in the place of the value; {@link printJson} puts it into the text of the whole.
 */
export class KeptText {
  /** In UTF-8, as it is sent: nothing has to be encoded again. */
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    // A small buffer is a part of a larger one, all of which would be kept with it.
    this.bytes = Buffer.allocUnsafeSlow(bytes.length);
    bytes.copy(this.bytes);
  }

  /** For whoever takes an answer apart without {@link printJson}. */
  toJSON(): unknown {
    return JSON.parse(this.bytes.toString());
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

/** JSON text in UTF-8 of the answer with these completed data, and without errors. */
export function printData(data: JsonObject): Buffer {
  const answer = { data };
  if (holdsKeptText(data)) markHolder(answer);
  return printJson(answer);
}

/** JSON text in UTF-8 of a completed value, with the kept texts as they are. */
export function printJson(value: unknown): Buffer {
  const chunks: Buffer[] = [];
  let text = '';
  const write = (part: unknown): void => {
    if (part instanceof KeptText) {
      chunks.push(Buffer.from(text), part.bytes);
      text = '';
    } else if (!isJsonObject(part) || !holders.has(part)) {
      text += JSON.stringify(part);
    } else {
      let before = '{';
      for (const key of Object.keys(part)) {
        text += `${before}${JSON.stringify(key)}:`;
        write(part[key]);
        before = ',';
      }
      text += '}';
    }
  };
  write(value);
  const last = Buffer.from(text);
  return chunks.length === 0 ? last : Buffer.concat([...chunks, last]);
}
