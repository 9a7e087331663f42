import { defineAgency } from '../_kit/index.ts';
import { InspectionSection } from './form.ts';
import { rules } from './rules.ts';

/** Inspection, supervision and discipline of the Party. */
export const agency = defineAgency({
  code: 'inspection',
  label: { VI: 'Kiểm tra, giám sát, kỷ luật', EN: 'Inspection, supervision and discipline' },
  folder: import.meta.dirname,
  form: InspectionSection,
  rules,
});
