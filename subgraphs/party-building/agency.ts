import { defineAgency } from '../_kit/index.ts';
import { PartyBuildingSection } from './form.ts';
import { rules } from './rules.ts';

/** Members, organisations, cadres and study of the Party. */
export const agency = defineAgency({
  code: 'party-building',
  label: { VI: 'Xây dựng Đảng', EN: 'Party building' },
  folder: import.meta.dirname,
  form: PartyBuildingSection,
  rules,
});
