import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

import { ObjectType } from 'type-graphql';
import { describe, expect, it } from 'vitest';

import type { ObservationType } from '../../../../schema/graphql/index.ts';
import { defineAgency, Group, Indicator, Section } from '../../../../subgraphs/_kit/index.ts';
import type { FormClass } from '../../../../subgraphs/_kit/form/formFields.ts';
import { CATALOGUE_PATH } from '../../../support/given.ts';
import { tempFolder } from '../../../support/tempFolder.ts';
import { inventedAgency } from '../../../support/testAgency.ts';

@ObjectType('UnknownIndicatorSection')
class UnknownIndicator extends Section {
  @Indicator('member-disciplined')
  members!: ObservationType | null;
}

@ObjectType('FarIndicatorSection')
class FarIndicator extends Section {
  @Indicator('quite-another-thing')
  members!: ObservationType | null;
}

@ObjectType('UnknownDimensionSection')
class UnknownDimension extends Section {
  @Indicator('members-disciplined', { by: ['form', 'source'] })
  members!: ObservationType[];
}

@ObjectType('UnknownPartSection')
class UnknownPart extends Section {
  @Indicator('members-disciplined', { part: { source: 'domestic' } })
  members!: ObservationType | null;
}

@ObjectType('UnknownCodeSection')
class UnknownCode extends Section {
  @Indicator('members-disciplined', { part: { form: 'expulsion' } })
  members!: ObservationType | null;
}

@ObjectType('SomeGroup')
class SomeGroup {
  @Indicator('gifts')
  gifts!: ObservationType | null;
}

@ObjectType('UnknownGroupSection')
class UnknownGroup extends Section {
  @Group(() => SomeGroup)
  charities!: SomeGroup;
}

@ObjectType('FaultyGroup')
class FaultyGroup {
  @Indicator('gift')
  gifts!: ObservationType | null;
}

@ObjectType('FaultyGroupSection')
class FaultyInGroup extends Section {
  @Group(() => FaultyGroup)
  charity!: FaultyGroup;
}

function define(code: string, form: FormClass) {
  const folder = tempFolder();
  copyFileSync(CATALOGUE_PATH, join(folder, 'catalogue.csv'));
  return () => defineAgency({ code, label: { VI: 'Cơ quan', EN: 'Agency' }, folder, form, rules: [] });
}

describe('given a form that does not fit the catalogue', () => {
  it.each([
    [
      'unknown-indicator',
      UnknownIndicator,
      'field "members" of "UnknownIndicatorSection" shows indicator "member-disciplined", which the catalogue does not have (did you mean "members-disciplined"?)',
    ],
    [
      'far-indicator',
      FarIndicator,
      'field "members" of "FarIndicatorSection" shows indicator "quite-another-thing", which the catalogue does not have',
    ],
    [
      'unknown-dimension',
      UnknownDimension,
      'field "members" of "UnknownDimensionSection" uses dimension "source", which indicator "members-disciplined" does not have',
    ],
    [
      'unknown-part',
      UnknownPart,
      'field "members" of "UnknownPartSection" uses dimension "source", which indicator "members-disciplined" does not have',
    ],
    [
      'unknown-code',
      UnknownCode,
      'field "members" of "UnknownCodeSection" uses code "expulsion", which dimension "form" does not have',
    ],
    [
      'unknown-group',
      UnknownGroup,
      'field "charities" of "UnknownGroupSection" is not a group of the catalogue (did you mean "charity"?)',
    ],
    [
      'faulty-group',
      FaultyInGroup,
      'field "gifts" of "FaultyGroup" shows indicator "gift", which the catalogue does not have (did you mean "gifts"?)',
    ],
  ])(
    'when the agency %s is defined, then it is refused with the field that does not fit',
    (code, form, reason) => {
      const build = define(code, form);

      expect(build).toThrow(
        expect.objectContaining({
          message: `The form does not fit the catalogue: ${reason}.`,
          fault: { code: 'FORM_INVALID', message: expect.any(String) as string, details: { reason } },
        }) as Error,
      );
    },
  );
});

describe('given a form that fits the catalogue', () => {
  const descriptionOf = (path: string) => {
    const [type = '', field] = path.split('.');
    const found = inventedAgency().schema.getType(type);
    if (field === undefined) return found?.description;
    return (found as unknown as { getFields(): Record<string, { description: string }> }).getFields()[field]
      ?.description;
  };

  it.each([
    ['InventedDiscipline', 'Discipline (Kỷ luật). Party discipline.'],
    ['InventedSection.discipline', 'Discipline (Kỷ luật). Party discipline.'],
    [
      'InventedDiscipline.members',
      'Members disciplined (Đảng viên bị kỷ luật). Members disciplined in the period. Unit: Person. Null when not reported.',
    ],
    [
      'InventedDiscipline.warned',
      'Members disciplined (Đảng viên bị kỷ luật), part Warning (Cảnh cáo). Members disciplined in the period. Unit: Person. Null when not reported.',
    ],
    [
      'InventedDiscipline.membersByForm',
      'Members disciplined (Đảng viên bị kỷ luật), by form. Members disciplined in the period. Unit: Person. Empty when not reported.',
    ],
    [
      'InventedDiscipline.membersInPreviousYear',
      'Members disciplined (Đảng viên bị kỷ luật). Members disciplined in the period. Unit: Person. Of the year before. Null when not reported.',
    ],
    [
      'InventedEconomy.revenue',
      'Budget revenue (Thu ngân sách). Budget revenue in the period. Unit: Vietnamese dong. About the area around the organisation. Null when not reported.',
    ],
  ])('when %s is looked up in the schema, then it is described from the catalogue', (path, expected) => {
    const description = descriptionOf(path);

    expect(description).toBe(expected);
  });
});
