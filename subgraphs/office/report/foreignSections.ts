import { Directive, Field, ObjectType } from 'type-graphql';

import { camelCase, type Label } from '../../../schema/values/index.ts';
import { FactsScalar, sectionDescription } from '../../_kit/index.ts';

/** An agency's section as office sees it. */
interface ForeignSection {
  readonly facts: unknown;
}

/**
 * Puts the sections of other agencies on the class of a report, each with nothing but its facts: what office's own
 * fields may require. They are the agencies' fields; office never resolves them.
 */
export function addForeignSections(
  report: { readonly prototype: object },
  agencies: readonly { readonly code: string; readonly label: Label }[],
): void {
  for (const { code, label } of agencies) {
    const name = camelCase(code);
    const section = createForeignSection(`${name.charAt(0).toUpperCase()}${name.slice(1)}Section`);
    const settings = { nullable: true, simple: true, description: sectionDescription(label) };
    Field(() => section, settings)(report.prototype, name);
    Directive('@external')(report.prototype, name);
  }
}

/** The selection that a field has to require to see the facts of all these agencies. */
export function requiredFacts(agencies: readonly { readonly code: string }[]): string {
  return agencies.map(({ code }) => `${camelCase(code)} { facts }`).join(' ');
}

/** The facts in what the gateway has sent, by agency; without those whose section was not reached. */
export function sentFacts(
  agencies: readonly { readonly code: string }[],
  sent: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, unknown> {
  return new Map(
    agencies.flatMap(({ code }) => {
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
  }
  return Foreign;
}
