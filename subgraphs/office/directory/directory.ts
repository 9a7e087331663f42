import { merged, type CatalogueVersion } from '../../_kit/index.ts';
import { obligationKey, type Obligation } from './readObligations.ts';
import { readDirectory, type Directory, type Organisation, type SourceDocument } from './readDirectory.ts';

/** The directory in this folder: where the office's lists begin. */
export const directory = readDirectory(import.meta.dirname);

/** One per version, so that what is made of it once is found again. */
const directories = new WeakMap<CatalogueVersion, Directory>();

/** The directory of a version of the office's catalogue: that of the folder with what files have put into it since. */
export function directoryOf(version: CatalogueVersion): Directory {
  const known = directories.get(version);
  if (known) return known;
  const made = withEntries(version);
  directories.set(version, made);
  return made;
}

function withEntries({ put }: CatalogueVersion): Directory {
  if (put.length === 0) return directory;
  const ofKind = (kind: (typeof put)[number]['kind']) => put.filter((one) => one.kind === kind);
  const obligations = new Map(directory.obligations.map((one) => [obligationKey(one), one]));
  return {
    agencies: directory.agencies,
    organisations: merged<Organisation>(directory.organisations, ofKind('organisation')),
    documents: merged<SourceDocument>(directory.documents, ofKind('document')),
    obligations: [...merged<Obligation>(obligations, ofKind('obligation')).values()],
  };
}
