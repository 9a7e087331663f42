import { describe, expect, it } from 'vitest';

import { agency } from '../../../subgraphs/socio-economic/agency.ts';
import { formsOf } from '../../support/forms.ts';

describe('given what the agency has published', () => {
  it('when four reports are asked for, then the form of each shows its own figures', async () => {
    const forms = await formsOf(agency, 'socioEconomic');

    const province2020 = {
      'planning.keyTasks': '67 task',
      'growth.grdp': 'PERCENT_CHANGE 0.53',
      'growth.grdpBySector': [
        'agriculture: PERCENT_CHANGE 3.76, SHARE 15.82',
        'industry-construction: PERCENT_CHANGE 0.48, SHARE 41.95',
        'industry: PERCENT_CHANGE 1.13, CONTRIBUTION 0.4',
        'construction: PERCENT_CHANGE -2.24',
        'services: PERCENT_CHANGE -0.43, SHARE 42.23',
        'service-industry: PERCENT_CHANGE 0.69',
        'product-taxes: PERCENT_CHANGE -4.57',
      ],
      'growth.grdpPerCapita': 'OVER 63e6 VND',
      'production.food': '58e4 tonne, ABSOLUTE_CHANGE 2.28',
      'trade.retailSalesOfGoods': null,
      'trade.retailSalesOfGoodsAndServices': '47388e9 VND, PERCENT_CHANGE 0.37',
      'trade.turnover': null,
      'budget.revenue': '12832e9 VND, ATTAINMENT 91.7',
      'budget.domesticRevenue': 'domestic: 8018e9 VND, ATTAINMENT 111',
      'budget.customsRevenue': 'customs: 4814e9 VND, ATTAINMENT 70.8',
      'investment.total': '26393e9 VND, ATTAINMENT 72.13',
      'investment.foreignDirect': 'fdi: ATTAINMENT 30.5',
      'investment.projectsApprovedByOrigin': ['domestic: 62 project', 'foreign: 1 project'],
      'investment.capitalOfDomesticProjects': 'domestic: 10500e9 VND',
      'enterprises.founded': '950 enterprise, PERCENT_CHANGE 8.4',
      'enterprises.registeredCapital': '5500e9 VND, PERCENT_CHANGE 17',
      'enterprises.averageCapital': null,
      'cooperatives.founded': '38 cooperative, PERCENT_CHANGE 15.5',
      'education.giftedPupilPrizes': '89 prize',
      'education.giftedPupilPrizesByLevel': [
        'first: 4 prize',
        'second: 19 prize',
        'third: 31 prize',
        'consolation: 35 prize',
      ],
      'education.giftedPupilPrizesOfSchoolYear': null,
      'education.giftedPupilPrizeRate': 'RANK 2',
      'newRuralDevelopment.communes': '169 commune',
      'newRuralDevelopment.modelGardens': '7044 garden',
      'newRuralDevelopment.ocopProducts': '162 product',
    };
    expect(forms['ha-tinh-khoi 2024-Q1']).toMatchObject({
      'production.industry': 'PERCENT_CHANGE 4.27',
      'trade.retailSalesOfGoods': '20179.5e9 VND, PERCENT_CHANGE 20.29',
      'trade.retailSalesOfGoodsAndServices': null,
      'trade.turnover': '1.255e9 USD, PERCENT_CHANGE 5.23',
      'budget.revenue': '4342.14e9 VND, PERCENT_CHANGE 46.78',
      'budget.domesticRevenue': 'domestic: 1853.40e9 VND, PERCENT_CHANGE 64.21',
      'budget.customsRevenue': null,
      'enterprises.founded': 'NEARLY 230 enterprise',
      'enterprises.registeredCapital': 'NEARLY 1636e9 VND, PERCENT_CHANGE 116.95',
      'enterprises.averageCapital': '7.1e9 VND, TIMES 2.4',
      'education.giftedPupilPrizes': null,
      'education.giftedPupilPrizesOfSchoolYear': '76 prize',
      'education.giftedPupilContestantsOfSchoolYear': '100 person',
    });
    expect(forms['ha-tinh-khoi 2020']).toMatchObject({
      ...province2020,
      'culture.standardUnits': '80 unit',
      'culture.eligibleUnits': '94 unit',
      'newRuralDevelopment.sponsorUnits': '75 unit',
      'newRuralDevelopment.sponsoredCommunes': '196 commune',
      'newRuralDevelopment.sponsoredCommunesRecognised': 'recognised: 151 commune',
    });
    expect(forms['ha-tinh 2023']).toMatchObject({
      'planning.targetsByOutcome': ['met: 26 target', 'missed: 2 target'],
      'growth.grdp': 'PERCENT_CHANGE 8.05, RANK 15',
      'budget.revenue': '17946e9 VND, ATTAINMENT 102.6',
      'investment.total': '51124e9 VND, ATTAINMENT 113.6',
      'poverty.rate': '3.01 percent, PERCENTAGE_POINTS -0.78',
      'newRuralDevelopment.communes': null,
    });
    expect(forms['ha-tinh 2020']).toMatchObject({
      ...province2020,
      'culture.standardUnits': null,
      'newRuralDevelopment.sponsoredCommunes': null,
    });
  });
});
