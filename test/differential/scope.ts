/** What a client has asked of the objects at one place, by response key: two requests under one key must be alike. */
export interface Scope {
  readonly keys: Map<string, Asked>;
}

export interface Asked {
  /** The field with its arguments, printed. */
  readonly field: string;
  readonly below: Scope;
}

export function createScope(): Scope {
  return { keys: new Map() };
}

/** Whether both may be asked of one object. */
export function agree(one: Scope, other: Scope): boolean {
  return [...other.keys].every(([key, { field, below }]) => {
    const known = one.keys.get(key);
    return !known || (known.field === field && agree(known.below, below));
  });
}

export function addScope(to: Scope, from: Scope): void {
  for (const [key, { field, below }] of from.keys) {
    const known = to.keys.get(key) ?? { field, below: createScope() };
    to.keys.set(key, known);
    addScope(known.below, below);
  }
}
