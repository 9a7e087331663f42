import { runAgency } from '../_kit/index.ts';

await runAgency(() => import('./agency.ts'), process.env);
