import { defineAgency } from '../_kit/index.ts';
import { MassOrganisationsSection } from './form.ts';
import { rules } from './rules.ts';

/** Unions, youth, women, veterans; gifts and charity. */
export const agency = defineAgency({
  code: 'mass-organisations',
  label: { VI: 'Mặt trận và các đoàn thể', EN: 'Mass organisations' },
  folder: import.meta.dirname,
  form: MassOrganisationsSection,
  rules,
});
