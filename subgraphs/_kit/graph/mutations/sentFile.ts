import { Directive, Field, InputType, Int, ObjectType } from 'type-graphql';

import { catalogued, type FileFault } from '../../../../schema/errors/index.ts';
import type { FiguresFile } from '../../figures/figureTable.ts';
import { FILE_LIMITS } from '../../importing/limits.ts';

const MEGABYTES = FILE_LIMITS.sentBytes / 1024 / 1024;

@InputType('FileInput', { description: 'A file, as it lies on the disk of who sends it.' })
export class FileInputType {
  @Field(() => String, { description: 'Its name, by which faults call it; the ending says what it is.' })
  name!: string;

  @Field(() => String, {
    description: `Its bytes in base64; at most ${MEGABYTES} MB before that (else FILE_TOO_LARGE).`,
  })
  content!: string;
}

@Directive('@shareable')
@ObjectType('FileFault', {
  simpleResolvers: true,
  description: 'What is wrong at a place of a file, and how to mend it.',
})
export class FileFaultType {
  @Field(() => String, { description: 'Name of the file.' })
  file!: string;

  @Field(() => String, { nullable: true, description: 'Name of the sheet; null where the file has none.' })
  sheet!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The row as a spreadsheet counts it; null where the whole file or sheet is meant.',
  })
  row!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The column as the file shows it: a letter in a sheet, else its heading; null where the whole row is meant.',
  })
  column!: string | null;

  @Field(() => String, { description: 'Stable code of the fault.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'What stands there; null where that says nothing.' })
  value!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What should stand there; null where the message says it.',
  })
  expected!: string | null;

  @Field(() => String, { description: 'What is wrong and what to do, for people.' })
  message!: string;
}

/** A fault of a file as the graph tells it. */
export function fileFaultOf({ file, sheet, row, column, fault }: FileFault): FileFaultType {
  const { value, expected } = fault.details;
  const text = (one: unknown): string | null => (typeof one === 'string' ? one : null);
  return {
    file,
    sheet: sheet ?? null,
    row: row ?? null,
    column: column ?? null,
    code: fault.code,
    value: text(value),
    expected: text(expected),
    message: fault.message,
  };
}

/** Names are for messages: what leads to the file on somebody's disk is left out. @throws ARGUMENT_INVALID */
export function readSentFile({ name, content }: FileInputType): FiguresFile {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(content) || content.length % 4 !== 0) {
    const reason = 'Argument "file.content" is not base64.';
    throw catalogued('ARGUMENT_INVALID', { reason, remedy: 'Send the bytes of the file in base64.' });
  }
  if (content.length > Math.ceil(FILE_LIMITS.sentBytes / 3) * 4) {
    const limit = `${FILE_LIMITS.sentBytes / 1024 / 1024} MB`;
    throw catalogued('FILE_TOO_LARGE', { what: `${content.length} bytes in base64`, limit });
  }
  // eslint-disable-next-line no-control-regex
  const readable = last.replaceAll(/[\u0000-\u001f\u007f]/g, '').slice(-200);
  return { name: readable, bytes: Buffer.from(content, 'base64') };
}
