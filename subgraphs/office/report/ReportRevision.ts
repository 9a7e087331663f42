import { createReportRevision } from '../../_kit/index.ts';

/** A report between two moments; each agency tells what has changed in its section. */
export const ReportRevision = createReportRevision();
