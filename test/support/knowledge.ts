import { createFactBook, type Release } from '../../schema/values/index.ts';
import type { Knowledge } from '../../subgraphs/_kit/reading/knowledge.ts';
import { givenCatalogue } from './given.ts';
import { april } from './stores.ts';

/** The invented agency's knowledge where it holds these releases only, whenever it is asked. */
export function givenKnowledge(...held: readonly Release[]): Knowledge {
  const knowledge: Knowledge = {
    asOf: april(20),
    held: () => Promise.resolve(held),
    history: () => Promise.resolve(held),
    book: (_organisations, shown) => Promise.resolve(createFactBook(givenCatalogue(), shown, held)),
    datedBook: (_organisations, shown) => Promise.resolve(createFactBook(givenCatalogue(), shown, held)),
    at: () => knowledge,
  };
  return knowledge;
}
