import type { Answer, AnswerError } from './operation.ts';
import type { ReferenceAnswer } from './oneSchema.ts';

/**
 * What is wrong with the gateway's answer; empty when nothing. The data are those of the one schema, keys in the same
 * order. Errors stand where a field was lost: each of them at such a field, and for each such field one, at least
 * where its loss shows.
 */
export function compareAnswers(gateway: Answer, reference: ReferenceAnswer): string[] {
  const [given, wanted] = [JSON.stringify(gateway.data), JSON.stringify(reference.data)];
  const data = given === wanted ? [] : [`The data differ: ${firstDifference(given, wanted)}`];
  return [...data, ...compareErrors(gateway, reference)];
}

function compareErrors(gateway: Answer, { thrown, errors, data }: ReferenceAnswer): string[] {
  const lost = new Map([...thrown, ...errors].map((error) => [error.path, error]));
  const told = new Map<string, AnswerError>();
  const faults: string[] = [];
  for (const error of gateway.errors) {
    const cause = lost.get(error.path);
    if (told.has(error.path)) faults.push(`Told twice: ${text(error)}`);
    if (!cause) faults.push(`Told, though nothing was lost there: ${text(error)}`);
    else if (cause.message !== error.message) faults.push(`Told as ${text(error)}, but it is ${text(cause)}`);
    told.set(error.path, error);
  }
  for (const error of lost.values()) {
    const shown = nullAbove(data, error.path);
    if (![...told.keys()].some((path) => isBelow(path, shown))) faults.push(`Not told: ${text(error)}`);
  }
  return faults;
}

function text({ path, message }: AnswerError): string {
  return `"${message}" at "${path}"`;
}

/** The topmost null on the way to a field: a loss may take what is around it away. */
function nullAbove(data: unknown, path: string): string {
  const keys = path.split('.');
  let at = data;
  for (const [i, key] of keys.entries()) {
    if (at === null || at === undefined) return keys.slice(0, i).join('.');
    at = (at as Record<string, unknown>)[key];
  }
  return path;
}

function isBelow(path: string, other: string): boolean {
  return other === '' || path === other || path.startsWith(`${other}.`);
}

function firstDifference(given = 'nothing', wanted = 'nothing'): string {
  let place = 0;
  while (place < wanted.length && wanted[place] === given[place]) place++;
  const from = Math.max(0, place - 80);
  return `\n  gateway    …${given.slice(from, from + 200)}\n  one schema …${wanted.slice(from, from + 200)}`;
}
