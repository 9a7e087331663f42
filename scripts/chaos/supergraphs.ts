import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** What is wrong with a text that is to be refused. */
export type BrokenText = (typeof BROKEN)[number][0];

/** The file that a gateway serves, and what takes its place. */
export interface SupergraphFile {
  readonly file: string;
  /** Puts a supergraph there that says the same in other words. @returns SHA-256 of its text, 64 hex digits. */
  replace(): Promise<string>;
  /** Puts something there that is no supergraph, another kind each time. */
  breakIt(): Promise<BrokenText>;
}

const BROKEN = [
  ['truncated', (sdl: string) => sdl.slice(0, sdl.length / 2)],
  ['empty', () => ''],
  ['not SDL', () => '<!doctype html><title>502 Bad Gateway</title>'],
  ['no supergraph', () => 'type Query { report: String }\n'],
] as const;

/** Copies a supergraph to a file, for a gateway to serve. */
export async function openSupergraphFile(source: string, file: string): Promise<SupergraphFile> {
  const sdl = await readFile(source, 'utf8');
  let [replaced, broken] = [0, 0];
  await writeFile(file, sdl);
  /** As deployments do it: never half of it to be seen. */
  const put = async (text: string): Promise<void> => {
    await writeFile(`${file}.next`, text);
    await rename(`${file}.next`, file);
  };
  return {
    file,
    async replace() {
      replaced += 1;
      const text = otherWords(sdl, replaced);
      await put(text);
      return createHash('sha256').update(text).digest('hex');
    },
    async breakIt() {
      const [kind, make] = BROKEN[broken % BROKEN.length] ?? BROKEN[0];
      broken += 1;
      await put(make(sdl));
      return kind;
    },
  };
}

/** The same graph with another first description. */
export function otherWords(sdl: string, count: number): string {
  return sdl.replace(/"""([^"]+?)(\s*)"""/, (_all, words: string, end: string) => {
    return `"""${words} (text ${count})${end}"""`;
  });
}
