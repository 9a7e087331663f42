import { readDirectory } from './readDirectory.ts';

/** The directory in this folder. */
export const directory = readDirectory(import.meta.dirname);
