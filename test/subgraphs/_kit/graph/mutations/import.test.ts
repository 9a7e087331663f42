import { describe, expect, it } from 'vitest';

import { rule, type Principal } from '../../../../../schema/values/index.ts';
import { dataOf } from '../../../../support/answers.ts';
import { createUpdating } from '../../../../support/catalogueFiles.ts';
import { fileOf, importing, statesOf, type Made } from '../../../../support/imports.ts';
import { createMoving } from '../../../../support/mutations.ts';
import { APPROVER, OFFICER } from '../../../../support/people.ts';
import { givenAgency } from '../../../../support/testAgency.ts';

const TWO_LINES = [{}, { organisation: 'ha-tinh', value: '5' }];

describe('given an officer with a file', () => {
  it('when it is imported, then each organisation and period has its draft', async () => {
    const send = importing(await givenAgency());

    expect(statesOf(await send(TWO_LINES))).toEqual([
      ['ha-tinh-khoi', '2024-Q1', false, true, 'DRAFT'],
      ['ha-tinh', '2024-Q1', false, true, 'DRAFT'],
    ]);
  });

  it('when it is tried only, then what would come of it is told and nothing is stored', async () => {
    const running = await givenAgency([], undefined, [rule.totalOfParts('members-disciplined', 'form')]);
    const made = await importing(running)(
      [
        { value: '3' },
        { value: '2', breakdown: 'form=warning' },
        { value: '2', breakdown: 'form=reprimand' },
      ],
      { dryRun: true },
    );

    expect(statesOf(made)).toEqual([['ha-tinh-khoi', '2024-Q1', false, false, null]]);
    expect((made as Made).lines[0]?.checks).toEqual([{ verdict: 'CONFLICT', expression: '3 ≠ 2 + 2 = 4' }]);
    expect(await running.store.head('invented')).toBeNull();
  });

  it('when it is imported again, then nothing is done twice', async () => {
    const running = await givenAgency();
    const send = importing(running);
    await send(TWO_LINES);
    const after = await running.store.head('invented');

    const again = await send(TWO_LINES, { key: 'another' });

    expect(statesOf(again)).toEqual([
      ['ha-tinh-khoi', '2024-Q1', false, true, 'DRAFT'],
      ['ha-tinh', '2024-Q1', false, true, 'DRAFT'],
    ]);
    expect(await running.store.head('invented')).toEqual(after);
  });

  it('when one cell is wrong, then its place and remedy are told and no line is stored', async () => {
    const running = await givenAgency();

    const made = await importing(running)([...TWO_LINES, { indicator: 'gift', unit: 'gift', value: '1,5' }]);

    expect(made).toEqual({
      lines: [],
      faults: [
        {
          file: 'quy-1.csv',
          sheet: null,
          row: 4,
          column: 'value',
          code: 'DECIMAL_INVALID',
          value: '1,5',
          expected: 'a plain number such as 1234.5, with a point before the decimals',
          message:
            'Number "1,5" is not valid: expected a plain number such as 1234.5, with a point before the decimals.',
        },
        {
          file: 'quy-1.csv',
          sheet: null,
          row: 4,
          column: 'indicator',
          code: 'CODE_UNKNOWN',
          value: 'gift',
          expected: null,
          message:
            'Indicator "gift" is not known. Did you mean "gifts"? Use a code of the agency\'s catalogue.',
        },
      ],
    });
    expect(await running.store.head('invented')).toBeNull();
  });

  it('when it uses a code that is retired, then that is told at its row and column, and no line is stored', async () => {
    const running = await givenAgency();
    const codes = ['code,in,label_vi,label_en,retired', 'warning,form,Cảnh cáo,Warning,yes'];
    await createUpdating(running).update('DIMENSIONS', codes);
    const before = await running.store.head('invented');

    const made = (await importing(running)([...TWO_LINES, { breakdown: 'form=warning' }])) as Made;

    expect(made.lines).toEqual([]);
    expect(made.faults.map(({ row, column, code, message }) => [row, column, code, message])).toEqual([
      [
        4,
        'breakdown',
        'CODE_RETIRED',
        'Code of dimension "form" "warning" is retired: new figures do not use it. Leave the figure out.',
      ],
    ]);
    expect(await running.store.head('invented')).toEqual(before);
  });

  it('when a code has been retired since, then the file that was published with it is still the same, and can be corrected', async () => {
    const running = await givenAgency();
    const send = importing(running);
    await send([{}, { value: '1', breakdown: 'form=warning' }]);
    const moving = createMoving(running);
    await moving.make('submit');
    await moving.make('approve');
    await moving.make('publish');
    const codes = ['code,in,label_vi,label_en,retired', 'warning,form,Cảnh cáo,Warning,yes'];
    await createUpdating(running).update('DIMENSIONS', codes);

    const again = await send([{}, { value: '1', breakdown: 'form=warning' }]);
    const corrected = await send([{ value: '3' }, { value: '1', breakdown: 'form=warning' }], {
      correction: { reason: 'CORRECTION', words: 'sót một người' },
      key: 'k-2',
    });
    const elsewhere = await send([{ organisation: 'ha-tinh', breakdown: 'form=warning' }], { key: 'k-3' });

    expect(statesOf(again)).toEqual([['ha-tinh-khoi', '2024-Q1', true, false, 'PUBLISHED']]);
    expect(statesOf(corrected)).toEqual([['ha-tinh-khoi', '2024-Q1', false, true, 'DRAFT']]);
    expect((elsewhere as Made).faults).toMatchObject([{ row: 2, column: 'breakdown', code: 'CODE_RETIRED' }]);
  });

  it('when its name leads somewhere, then only its last part is repeated', async () => {
    const running = await givenAgency();

    const made = await importing(running)([], { file: fileOf('x', '../../etc/passwd\u0007') });

    expect((made as Made).faults.map(({ file, code }) => [file, code])).toEqual([
      ['passwd', 'FILE_KIND_UNKNOWN'],
    ]);
  });
});

describe('given figures that were published', () => {
  const CHANGED = [{ value: '4' }];
  const correction = { reason: 'CORRECTION', words: 'sai số' };
  const published = async () => {
    const running = await givenAgency();
    const send = importing(running);
    await send([{}]);
    const move = createMoving(running);
    await move.make('submit');
    await move.make('approve');
    await move.make('publish');
    return { running, send };
  };

  it('when the same file comes again, then it says that they are published', async () => {
    const { send } = await published();

    expect(statesOf(await send([{}]))).toEqual([['ha-tinh-khoi', '2024-Q1', true, false, 'PUBLISHED']]);
  });

  it('when another file comes without a reason, then it is refused', async () => {
    const { send } = await published();

    expect(await send(CHANGED)).toBe('CORRECTION_NOT_EXPLAINED');
    expect(await send(CHANGED, { dryRun: true })).toBe('CORRECTION_NOT_EXPLAINED');
    expect(statesOf(await send(CHANGED, { correction, key: 'k-2' }))).toEqual([
      ['ha-tinh-khoi', '2024-Q1', false, true, 'DRAFT'],
    ]);
  });

  it('when a file leaves out that a figure is not public, then it stays so', async () => {
    const running = await givenAgency();
    const send = importing(running);
    await send([{ confidentiality: 'RESTRICTED' }]);

    expect(statesOf(await send([{}], { key: 'other' }))).toEqual([
      ['ha-tinh-khoi', '2024-Q1', false, true, 'DRAFT'],
    ]);
    const move = createMoving(running);
    await move.make('submit');
    await move.make('approve');
    await move.make('publish');
    running.now += 2000;
    const count = '{ invented { observations { totalCount } } }';
    const [shown, held] = [await running.ask(count), await running.ask(count, {}, OFFICER)];

    expect(dataOf(shown)).toEqual({ invented: { observations: { totalCount: 0 } } });
    expect(dataOf(held)).toEqual({ invented: { observations: { totalCount: 1 } } });
  });
});

describe('given somebody who may not', () => {
  const ofKhoi: Principal = {
    subject: 'o',
    grants: [{ role: 'OFFICER', agency: 'invented', organisation: 'ha-tinh-khoi' }],
  };

  it.each<[string, Principal | null, string]>([
    ['nobody', null, 'TOKEN_REQUIRED'],
    ['an approver', APPROVER, 'RIGHT_MISSING'],
    ['an officer of one of its two organisations', ofKhoi, 'RIGHT_MISSING'],
  ])('when %s sends a file, then it is refused and nothing is stored', async (_who, by, code) => {
    const running = await givenAgency();

    expect(await importing(running)(TWO_LINES, {}, by)).toBe(code);
    expect(await running.store.head('invented')).toBeNull();
  });

  it.each([
    ['no base64', 'a b', 'ARGUMENT_INVALID'],
    ['more than an agency takes', 'AAAA'.repeat(4_000_000), 'FILE_TOO_LARGE'],
  ])('when its content is %s, then it is refused', async (_what, content, code) => {
    const send = importing(await givenAgency());

    expect(await send([], { file: { name: 'a.csv', content } })).toBe(code);
  });

  it('when a file is about more organisations than are judged at once, then it is refused', async () => {
    const rows = Array.from({ length: 21 }, (_, index) => ({ organisation: `org-${index}` }));

    const made = await importing(await givenAgency())(rows);

    expect((made as Made).faults.map(({ message }) => message)).toEqual([
      'The file has figures of 21 organisations and periods: at most 20 of them are read at once. Split it by organisation or period.',
    ]);
  });
});
