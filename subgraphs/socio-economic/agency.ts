import { defineAgency } from '../_kit/index.ts';
import { SocioEconomicSection } from './form.ts';
import { rules } from './rules.ts';

/** Economy and society: production, trade, budget, enterprises, education. */
export const agency = defineAgency({
  code: 'socio-economic',
  label: { VI: 'Kinh tế - xã hội', EN: 'Economy and society' },
  folder: import.meta.dirname,
  form: SocioEconomicSection,
  rules,
});
