import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import type { OperationLimit } from './operationLimits.ts';

/** How large a document is, in what {@link OperationLimit} names; tokens are counted elsewhere. */
export type Measured = Record<Exclude<OperationLimit, 'tokens'>, number>;

/** A place of the answer: how often it is asked for, and what is asked for below it. */
interface Place {
  asked: number;
  /** Fragments that have been spread here: what they ask for once more validation does not compare again. */
  readonly spread: Set<string>;
  readonly below: Map<string, Place>;
}

/** How a selection is come to. */
interface Way {
  readonly depth: number;
  /** Through a fragment that has been spread there before. */
  readonly isAgain: boolean;
}
const FIRST: Way = { depth: 1, isAgain: false };

/**
 * Measures a document, its fragments spread where they are used and once more by themselves where they are not. It
 * stops once there are more than `maximumFields`: fragments that spread each other may stand for more fields than
 * there are atoms. What it tells of the rest is then too low.
 */
export function measureOperation(document: DocumentNode, maximumFields: number): Measured {
  const measuring = new Measuring(document, maximumFields);
  for (const one of document.definitions) {
    if (one.kind !== Kind.OPERATION_DEFINITION) continue;
    measuring.add('operations', 1);
    measuring.addDirectives(one.directives);
    for (const { directives } of one.variableDefinitions ?? []) measuring.addDirectives(directives);
    measuring.addRoot(one.selectionSet);
  }
  measuring.addUnusedFragments();
  return measuring.measured;
}

class Measuring {
  readonly measured: Measured = {
    operations: 0,
    fragments: 0,
    fields: 0,
    depth: 0,
    rootFields: 0,
    aliases: 0,
    directives: 0,
    directivesAtOnePlace: 0,
    repeats: 0,
  };
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly used = new Set<string>();
  /** Those that are being spread: one that spreads itself is refused by validation, here it must come to an end. */
  private readonly open = new Set<string>();
  private readonly maximumFields: number;

  constructor(document: DocumentNode, maximumFields: number) {
    this.maximumFields = maximumFields;
    for (const one of document.definitions) {
      if (one.kind !== Kind.FRAGMENT_DEFINITION) continue;
      this.fragments.set(one.name.value, one);
      this.add('fragments', 1);
      this.addDirectives(one.directives);
    }
  }

  add(what: keyof Measured, count: number): void {
    this.measured[what] += count;
  }

  addDirectives(directives: readonly DirectiveNode[] = []): void {
    this.add('directives', directives.length);
    this.raise('directivesAtOnePlace', directives.length);
  }

  addRoot(set: SelectionSetNode): void {
    const root = newPlace();
    this.walk(set, root, FIRST);
    this.raise('rootFields', root.below.size);
  }

  addUnusedFragments(): void {
    for (const [name, { selectionSet }] of this.fragments) {
      if (!this.used.has(name)) this.walk(selectionSet, newPlace(), FIRST);
    }
  }

  private raise(what: keyof Measured, count: number): void {
    this.measured[what] = Math.max(this.measured[what], count);
  }

  private walk(set: SelectionSetNode, place: Place, way: Way): void {
    for (const selection of set.selections) {
      if (this.measured.fields > this.maximumFields) return;
      this.add('fields', 1);
      this.addDirectives(selection.directives);
      this.enter(selection, place, way);
    }
  }

  private enter(selection: SelectionNode, place: Place, way: Way): void {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      this.walk(selection.selectionSet, place, way);
      return;
    }
    const name = selection.name.value;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      this.used.add(name);
      const fragment = this.fragments.get(name);
      if (!fragment || this.open.has(name)) return;
      this.open.add(name);
      const isAgain = way.isAgain || place.spread.has(name);
      place.spread.add(name);
      this.walk(fragment.selectionSet, place, { ...way, isAgain });
      this.open.delete(name);
      return;
    }
    if (selection.alias) this.add('aliases', 1);
    this.raise('depth', way.depth);
    const below = placeOf(place, selection.alias?.value ?? name);
    if (!way.isAgain) below.asked += 1;
    this.raise('repeats', below.asked);
    if (selection.selectionSet) this.walk(selection.selectionSet, below, { ...way, depth: way.depth + 1 });
  }
}

function newPlace(): Place {
  return { asked: 0, spread: new Set(), below: new Map() };
}

function placeOf({ below }: Place, name: string): Place {
  const known = below.get(name);
  if (known) return known;
  const place = newPlace();
  below.set(name, place);
  return place;
}
