import { define } from './define.ts';

/** What is wrong with changes of an agency's catalogue, and with figures that use retired codes: a part of the catalogue. */
export const catalogueFaults = {
  CATALOGUE_IN_USE: define<{ what: string; value: string; member: string; from: string; to: string }>(
    ({ what, value, member, from, to }) =>
      `${what} "${value}" is in use: its ${member} cannot change from "${from}" to "${to}". ` +
      'Leave it as it was, or retire the code and add a new one.',
  ),
  CODE_RETIRED: define<{ what: string; value: string; supersededBy: string | null }>(
    ({ what, value, supersededBy }) =>
      `${what} "${value}" is retired: new figures do not use it. ` +
      (supersededBy === null ? 'Leave the figure out.' : `Use "${supersededBy}", which has taken its place.`),
  ),
  OBLIGATION_OVERLAPS: define<{ firstRow: number }>(
    ({ firstRow }) =>
      `The obligation holds for periods that the one in row ${firstRow} holds for already, of the same agency, organisation and frequency. End one before the other begins.`,
  ),
  FORM_INVALID: define<{ reason: string }>(({ reason }) => `The form does not fit the catalogue: ${reason}.`),
  RULE_INVALID: define<{ rule: string; reason: string }>(
    ({ rule, reason }) => `Rule "${rule}" does not fit the catalogue: ${reason}.`,
  ),
} as const;
