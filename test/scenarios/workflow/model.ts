import type { Command } from '../../../schema/values/index.ts';
import type { Person } from './people.ts';

// The workflow as issue and decision 8 tell it, in the plainest form: no hashes, no chain, no stored moves. It shares no
// code with the workflow under test.

/** One line of releases in the model. */
export interface ModelLine {
  state: 'NONE' | 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'PUBLISHED' | 'WITHDRAWN';
  /** The figure of the draft; null where there is no draft. */
  draft: string | null;
  authors: string[];
  published: number | null;
  last: number;
  /** What was published (its figure) or withdrawn (null), by number − 1. */
  numbers: { value: string | null; from: string }[];
  /** How many moves it has seen. */
  moves: number;
}

/** What a move has come to: a refusal by its code, or where the line stands after it. */
export type ModelOutcome =
  | { readonly refused: string }
  | {
      readonly state: string;
      readonly published: number | null;
      readonly last: number;
      readonly draft: string | null;
    };

/** What somebody asks for in the model's words. */
export interface ModelRequest {
  readonly line: number;
  readonly organisation: string;
  readonly person: Person;
  readonly command: Command;
  readonly key: string | null;
}

/** All lines, and what was done under which key. */
export interface Model {
  lines: ModelLine[];
  keys: Record<string, { asked: string; outcome: ModelOutcome }>;
}

/** Nothing has been said yet. */
export function emptyModel(lines: number): Model {
  const line = (): ModelLine => ({
    ...{ state: 'NONE', draft: null, authors: [], published: null, last: 0, numbers: [], moves: 0 },
  });
  return { lines: Array.from({ length: lines }, line), keys: {} };
}

/** From which states a move may start; WITHDRAW asks for something published instead. */
const FROM: Readonly<Record<Exclude<Command['kind'], 'WITHDRAW'>, readonly ModelLine['state'][]>> = {
  SAVE: ['NONE', 'DRAFT', 'RETURNED', 'PUBLISHED', 'WITHDRAWN'],
  SUBMIT: ['DRAFT', 'RETURNED'],
  RETURN: ['SUBMITTED', 'APPROVED'],
  APPROVE: ['SUBMITTED'],
  PUBLISH: ['APPROVED'],
};

/** Whether the line's state lets a move start, whoever makes it. */
export function isOpenTo(line: ModelLine, kind: Command['kind']): boolean {
  return kind === 'WITHDRAW' ? line.published !== null : FROM[kind].includes(line.state);
}

/** Whether there are figures in a line: published once, or drafted. */
export function isUsed({ draft, numbers }: ModelLine): boolean {
  return draft !== null || numbers.some(({ value }) => value !== null);
}

/** What a request comes to; the model is changed accordingly. `at` is the moment of the move if it is made. */
export function ask(model: Model, request: ModelRequest, at: string): ModelOutcome {
  const { person, organisation, command, key } = request;
  if (person.principal === null) return { refused: 'TOKEN_REQUIRED' };
  const isOfPerson = person.organisation === null || person.organisation === organisation;
  if (!isOfPerson || !person.may.includes(command.kind)) return { refused: 'RIGHT_MISSING' };
  const asked = JSON.stringify([request.line, command, person.principal.subject]);
  const done = key === null ? undefined : model.keys[key];
  if (done) return done.asked === asked ? done.outcome : { refused: 'KEY_REUSED' };
  const line = model.lines[request.line]!;
  const refused = refusal(line, command, person.principal.subject, at);
  if (refused) return { refused };
  carryOut(line, command, person.principal.subject, at);
  const { state, published, last, draft } = line;
  const outcome = { state, published, last, draft };
  if (key !== null) model.keys[key] = { asked, outcome };
  return outcome;
}

function refusal(line: ModelLine, command: Command, subject: string, at: string): string | null {
  if (!isOpenTo(line, command.kind)) return 'MOVE_NOT_ALLOWED';
  if (command.kind === 'APPROVE' && line.authors.includes(subject)) return 'OWN_WORK';
  if (command.kind === 'SAVE' && line.last > 0 && command.correction === null)
    return 'CORRECTION_NOT_EXPLAINED';
  if (command.kind === 'PUBLISH' && command.publishAt !== null && command.publishAt < at)
    return 'PUBLISH_AT_PAST';
  return null;
}

function carryOut(line: ModelLine, command: Command, subject: string, at: string): void {
  line.moves += 1;
  switch (command.kind) {
    case 'SAVE':
      line.state = 'DRAFT';
      line.draft = command.observations[0]!.value;
      line.authors.push(subject);
      break;
    case 'SUBMIT':
      line.state = 'SUBMITTED';
      line.authors.push(subject);
      break;
    case 'RETURN':
      line.state = 'RETURNED';
      break;
    case 'APPROVE':
      line.state = 'APPROVED';
      break;
    case 'PUBLISH':
      line.numbers.push({ value: line.draft, from: command.publishAt ?? at });
      line.last += 1;
      line.published = line.last;
      line.state = 'PUBLISHED';
      line.draft = null;
      line.authors = [];
      break;
    case 'WITHDRAW':
      line.numbers.push({ value: null, from: at });
      line.last += 1;
      line.published = null;
      if (line.draft === null) line.state = 'WITHDRAWN';
      break;
  }
}

/** What everyone sees of a line at a moment: number and figure of the highest number seen then; null where nothing stands. */
export function visibleAt(line: ModelLine, moment: string): string | null {
  const number = standingAt(line, moment);
  return number === null ? null : `${number}: ${line.numbers[number - 1]!.value}`;
}

/** What has been seen of a line until a moment, one after the other: each number with the one in whose place it came. */
export function seenUntil(line: ModelLine, moment: string): string[] {
  const moments = line.numbers.map(({ from }) => from).filter((from) => from <= moment);
  const seen: string[] = [];
  let before: number | null = null;
  for (const from of moments.sort()) {
    const number = standingAt(line, from);
    if (number !== null && number !== before) seen.push(`${number} for ${before}`);
    before = number;
  }
  return seen;
}

function standingAt({ numbers }: ModelLine, moment: string): number | null {
  for (let number = numbers.length; number > 0; number -= 1) {
    const { value, from } = numbers[number - 1]!;
    if (from <= moment) return value === null ? null : number;
  }
  return null;
}
