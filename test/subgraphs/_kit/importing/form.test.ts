import { describe, expect, it } from 'vitest';

import { layOutForm, type FormPart } from '../../../../subgraphs/_kit/importing/template/form.ts';
import { earlierFigure, givenMaterial } from '../../../support/templates.ts';

const labelled = (code: string) => ({ code, label: code });

/** Codes of a dimension: a1, a2, … of "a". */
function codesOf(dimension: string, count: number): readonly FormPart[] {
  return Array.from({ length: count }, (_, index) => ({
    ...labelled(`${dimension}${index + 1}`),
    dimension: labelled(dimension),
  }));
}

/** The breakdowns of the rows of one indicator whose lists have so many codes. */
function rowsOf(sizes: Readonly<Record<string, number>>, reported: readonly (readonly FormPart[])[] = []) {
  const [indicator] = givenMaterial().indicators;
  return layOutForm({
    indicators: [{ ...indicator!, dimensions: Object.keys(sizes).map(labelled) }],
    parts: Object.entries(sizes).flatMap(([dimension, count]) => codesOf(dimension, count)),
    lastPeriod: reported.map((breakdown) => earlierFigure({ breakdown })),
    lastYear: [],
  }).map(({ breakdown }) => breakdown);
}

describe('given an indicator that was not reported before', () => {
  it('when its combinations are few, then the form has a row for each', () => {
    expect(rowsOf({ a: 2, b: 2 })).toEqual([
      '',
      'a=a1',
      'a=a2',
      'b=b1',
      'b=b2',
      'a=a1;b=b1',
      'a=a1;b=b2',
      'a=a2;b=b1',
      'a=a2;b=b2',
    ]);
  });

  it('when all its rows would be 30, then they stand there; with 33 those of each list by itself', () => {
    expect(rowsOf({ a: 4, b: 5 })).toHaveLength(30);
    expect(rowsOf({ a: 2, b: 10 })).toHaveLength(1 + 2 + 10);
  });

  it('when a list is long, then it is left to the free rows', () => {
    expect(rowsOf({ a: 13 })).toEqual(['']);
    expect(rowsOf({ a: 2, b: 13 })).toEqual(['', 'a=a1', 'a=a2']);
  });
});

describe('given an indicator that was reported before', () => {
  const [a1] = codesOf('a', 1);
  const [b1] = codesOf('b', 1);

  it('when that was its total, then the form asks for the total, and for the codes of its only list', () => {
    expect(rowsOf({ a: 2, b: 2 }, [[]])).toEqual(['']);
    expect(rowsOf({ a: 2 }, [[]])).toEqual(['', 'a=a1', 'a=a2']);
  });

  it('when that was one combination, then the form has the others of the same lists', () => {
    expect(rowsOf({ a: 2, b: 2 }, [[b1!, a1!]])).toEqual([
      'a=a1;b=b1',
      'a=a1;b=b2',
      'a=a2;b=b1',
      'a=a2;b=b2',
    ]);
  });

  it('when the others are too many, then it has those that were reported', () => {
    expect(rowsOf({ a: 9, b: 9 }, [[a1!, b1!]])).toEqual(['a=a1;b=b1']);
    expect(rowsOf({ a: 300, b: 300, c: 300 }, [[a1!, b1!, ...codesOf('c', 1)]])).toEqual(['a=a1;b=b1;c=c1']);
  });
});
