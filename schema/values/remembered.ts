/** Makes what belongs to a key when it is first asked for, and gives the same ever after. */
export function remembered<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, { readonly it: Made }>();
  return (key) => {
    const known = made.get(key);
    if (known) return known.it;
    const it = make(key);
    made.set(key, { it });
    return it;
  };
}

/** Makes one thing when it is first asked for, and gives the same ever after. A promise that fails stays so. */
export function lazily<Made extends object>(make: () => Made): () => Made {
  let made: Made | null = null;
  return () => (made ??= make());
}
