/** The known texts nearest to an unknown one, best first, at most three; empty where none is near. */
export function nearest(unknown: string, known: Iterable<string>): string[] {
  const wanted = withoutAccents(unknown);
  return (
    [...known]
      // Texts differ by at least what one is longer: a text of megabytes is not held against all that is known.
      .filter((text) => Math.abs(text.length - wanted.length) <= farthest(wanted, text))
      .map((text) => ({ text, distance: editDistance(wanted, withoutAccents(text)) }))
      .filter(({ text, distance }) => distance <= farthest(wanted, text))
      .sort((a, b) => a.distance - b.distance || (a.text < b.text ? -1 : 1))
      .slice(0, 3)
      .map(({ text }) => text)
  );
}

/** Accents are what is left out or mistyped most: "uoc" is near "ước". */
function withoutAccents(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}

/** How many letters may differ between near texts. */
function farthest(a: string, b: string): number {
  return Math.max(1, Math.floor(Math.max(a.length, b.length) * 0.4));
}

/** Levenshtein distance with one rolling row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
