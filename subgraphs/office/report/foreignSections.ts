import { Directive, Field, ObjectType } from 'type-graphql';

import { ReleaseType } from '../../../schema/graphql/index.ts';
import { camelCase, pascalCase, type Label, type ReleaseHeader } from '../../../schema/values/index.ts';
import { FactsScalar, sectionDescription } from '../../_kit/index.ts';
import { directory } from '../directory/directory.ts';

/** An agency's section as office sees it. */
interface ForeignSection {
  readonly facts: unknown;
  readonly releases: readonly ReleaseHeader[];
}

/** All agencies but the office, in the order of the directory. */
export const OTHERS = [...directory.agencies.values()].filter(({ code }) => code !== 'office');

/**
 * Puts the sections of other agencies on the class of a report, each with nothing but what office's own fields may
 * require: its facts and its releases. They are the agencies' fields; office never resolves them.
 */
export function addForeignSections(
  report: { readonly prototype: object },
  agencies: readonly { readonly code: string; readonly label: Label }[],
): void {
  for (const { code, label } of agencies) {
    const name = camelCase(code);
    const section = createForeignSection(`${pascalCase(code)}Section`);
    const settings = { nullable: true, simple: true, description: sectionDescription(label) };
    Field(() => section, settings)(report.prototype, name);
    Directive('@external')(report.prototype, name);
  }
}

/** The selection that a field has to require to see the facts of all other agencies. */
export const REQUIRED_FACTS = requiredOf('facts');

/** The selection that a field has to require to see which releases the sections of all other agencies are made of. */
export const REQUIRED_RELEASES = requiredOf('releases { organisation number hash }');

function requiredOf(field: string): string {
  return OTHERS.map(({ code }) => `${camelCase(code)} { ${field} }`).join(' ');
}

/** The facts in what the gateway has sent, by agency; without those whose section was not reached. */
export function sentFacts(sent: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(
    OTHERS.flatMap(({ code }) => {
      const section = sent[camelCase(code)] as ForeignSection | null | undefined;
      return section ? [[code, section.facts] as const] : [];
    }),
  );
}

function createForeignSection(name: string): new () => ForeignSection {
  @ObjectType(name, { description: "An agency's part of a report." })
  class Foreign implements ForeignSection {
    @Directive('@external')
    @Field(() => FactsScalar, {
      simple: true,
      nullable: true,
      description: 'All that checks need, for office; null where they could not be told.',
    })
    readonly facts!: unknown;

    @Directive('@external')
    @Field(() => [ReleaseType], {
      simple: true,
      nullable: true,
      description:
        'The releases that it is made of: about the organisation, then about its area; without those that are not published. Never null.',
    })
    readonly releases!: readonly ReleaseHeader[];
  }
  return Foreign;
}
