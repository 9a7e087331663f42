import { isDeepStrictEqual } from 'node:util';

import type { Label, NounForms, Retirable } from '../../../schema/values/index.ts';

/** The cells of a row, by column: as files have them. */
export type Cells = Readonly<Record<string, string>>;

/** A text in both languages; empty cells where there is none. */
export function textCells(name: string, text: Label | null): Cells {
  return { [`${name}_vi`]: text?.VI ?? '', [`${name}_en`]: text?.EN ?? '' };
}

/** Whether an entry is retired, and by what superseded. */
export function retirementCells({ retired }: Retirable): Cells & Record<'retired' | 'superseded_by', string> {
  return { retired: retired ? 'yes' : '', superseded_by: retired?.supersededBy ?? '' };
}

/** What is said after a number; an empty cell where it is what an empty cell stands for. */
export function countedCell(forms: NounForms | null, unsaid: NounForms | null): string {
  if (forms === null || isDeepStrictEqual(forms, unsaid)) return '';
  const [one, other] = [forms.one || '-', forms.other || '-'];
  return one === other ? one : `${one}|${other}`;
}
