import { createHash } from 'node:crypto';

import type { AnswerError } from '../../../test/support/ask.ts';
import { counterOf, COUNTER_TIME, REPORT, SECTIONS } from '../figures.ts';
import type { Question } from '../questions.ts';

/** What an answer of GraphQL says, as far as it is judged. */
export interface ReadAnswer {
  /** The moment that the report tells, in epoch ms; null where there is no report. */
  readonly asOf: number | null;
  /** Agency → its part of the answer, null where it is missing; none where there is no report. */
  readonly sections: ReadonlyMap<string, ReadSection | null>;
  /** Stands for what a whole report says of itself, its checks and its completeness; null where something is missing. */
  readonly own: string | null;
  /** Paths of all that may be missing and is, joined by dots. */
  readonly gaps: readonly string[];
  readonly errors: readonly { readonly path: string; readonly code: string }[];
}

/** One agency's part of an answer. */
export interface ReadSection {
  /** What its counting figure says; null where it is not there. */
  readonly counter: string | null;
  /** Numbers of all releases that are shown of the counter's line. */
  readonly releases: readonly number[];
  /** Stands for all other figures, without what a release does to all of its line. */
  readonly rest: string;
  /** Stands for all of it. */
  readonly whole: string;
}

interface Figure {
  readonly indicator: { readonly code: string };
  readonly organisation: string;
  readonly time: string;
  readonly value: string | null;
  readonly release: { readonly number: number };
}

interface State {
  readonly organisation: string;
  readonly period: string;
  readonly release: { readonly number: number } | null;
}

interface SectionText {
  readonly observations: readonly Figure[];
  readonly submissions?: readonly State[];
}

type Json = Readonly<Record<string, unknown>>;

/** Reads the answer to a question. @throws Error when it is not one. */
export function readAnswer(question: Question, text: string): ReadAnswer {
  const { data, errors = [] } = JSON.parse(text) as { data?: Json | null; errors?: readonly AnswerError[] };
  if (!data) throw new Error('no data');
  const read = question.kind === 'page' ? readPage(question.agency ?? '', data) : readReport(question, data);
  return {
    ...read,
    errors: errors.map(({ path = [], extensions }) => {
      return { path: path.join('.'), code: String(extensions?.code) };
    }),
  };
}

function readReport({ kind, agency }: Question, data: Json): Omit<ReadAnswer, 'errors'> {
  const report = data.report as Json | null;
  if (report === null) return { asOf: null, sections: new Map(), own: null, gaps: ['report'] };
  const asked = kind === 'section' ? [agency ?? ''] : [...SECTIONS.keys()];
  const fields = asked.map((code) => SECTIONS.get(code) ?? '');
  const all = kind === 'section' ? fields : [...fields, 'reconciliation', 'completeness'];
  const absent = all.find((field) => report[field] === undefined);
  if (absent !== undefined) throw new Error(`no ${absent}`);
  const sections = asked.map((code) => {
    const section = report[SECTIONS.get(code) ?? ''] as SectionText | null;
    return [code, section && readSection(code, section)] as const;
  });
  const gaps = all.filter((field) => report[field] === null).map((field) => `report.${field}`);
  const { asOf, reconciliation, completeness } = report;
  return {
    asOf: Date.parse(asOf as string),
    sections: new Map(sections),
    own: kind === 'report' && gaps.length === 0 ? digest([reconciliation, completeness]) : null,
    gaps,
  };
}

function readPage(agency: string, data: Json): Omit<ReadAnswer, 'errors'> {
  const { entry } = counterOf(agency);
  const found = data[entry] as { readonly observations: { readonly nodes: readonly Figure[] } } | null;
  const section = found && readSection(agency, { observations: found.observations.nodes });
  return { asOf: null, own: null, sections: new Map([[agency, section]]), gaps: found ? [] : [entry] };
}

/** @throws Error when it is no section. */
function readSection(agency: string, section: SectionText): ReadSection {
  const { indicator, organisation } = counterOf(agency);
  const isCounter = (one: Figure): boolean => one.indicator.code === indicator && one.time === COUNTER_TIME;
  const { observations, submissions = [] } = section;
  const line = observations.filter((one) => one.organisation === organisation);
  const state = submissions.find((one) => one.organisation === organisation && one.period === REPORT.period);
  const numbers = [
    ...line.map(({ release }) => release.number),
    ...(state?.release ? [state.release.number] : []),
  ];
  const rest = {
    ...section,
    observations: observations
      .filter((one) => !isCounter(one))
      .map((one) => withoutRelease(one, organisation)),
    submissions: submissions.map((one) => withoutRelease(one, organisation)),
  };
  return {
    counter: observations.find(isCounter)?.value ?? null,
    releases: [...new Set(numbers)],
    rest: digest(rest),
    whole: digest(section),
  };
}

function withoutRelease(one: Figure | State, organisation: string): object {
  return one.organisation === organisation ? { ...one, release: null } : one;
}

function digest(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('base64url');
}
