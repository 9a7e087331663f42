import {
  figure,
  rule,
  RULE_SOURCES,
  type Rule,
  type Severity,
  type Term,
} from '../../schema/values/index.ts';

/** What has to hold between the office's own figures. */
export const rules: readonly Rule[] = [
  rule.totalOfParts('documents-issued', 'document-type'),
  rule.partOfWhole(figure('conference-venues'), figure('conference-delegates'), {
    source: RULE_SOURCES.OFFICE,
    words: { VI: 'Mỗi điểm cầu có ít nhất một đại biểu', EN: 'Every venue has at least one delegate' },
  }),
  ...rule.statedComparisons(),
  rule.notBelowZero(),
];

const party = (indicator: string, options: Partial<Term> = {}): Term =>
  figure(indicator, { agency: 'party-building', ...options });
const inspection = (indicator: string, options: Partial<Term> = {}): Term =>
  figure(indicator, { agency: 'inspection', ...options });
const massOrganisations = (indicator: string, options: Partial<Term> = {}): Term =>
  figure(indicator, { agency: 'mass-organisations', ...options });
const socioEconomic = (indicator: string, options: Partial<Term> = {}): Term =>
  figure(indicator, { agency: 'socio-economic', ...options });

const atMost = (part: Term, whole: Term, VI: string, EN: string, severity: Severity = 'ERROR'): Rule =>
  rule.partOfWhole(part, whole, { severity, source: RULE_SOURCES.OFFICE, words: { VI, EN } });

/** What has to hold between the figures of several agencies. */
export const reconciliationRules: readonly Rule[] = [
  atMost(
    inspection('programme-units', { sumOver: 'level' }),
    party('grassroots-organisations'),
    'Đơn vị được thẩm định chương trình kiểm tra, giám sát không nhiều hơn số tổ chức cơ sở đảng',
    'No more units under the inspection programme than grassroots organisations',
  ),
  atMost(
    inspection('commissions-elected', { sumOver: 'size' }),
    party('grassroots-organisations'),
    'Ủy ban kiểm tra cơ sở được bầu không nhiều hơn số tổ chức cơ sở đảng',
    'No more grassroots inspection commissions elected than grassroots organisations',
  ),
  atMost(
    inspection('commission-members-elected'),
    party('members'),
    'Ủy viên ủy ban kiểm tra cơ sở được bầu không nhiều hơn số đảng viên',
    'No more members of grassroots inspection commissions elected than Party members',
  ),
  atMost(
    inspection('members-disciplined', { sumOver: 'form' }),
    party('members'),
    'Đảng viên bị thi hành kỷ luật không nhiều hơn số đảng viên',
    'No more members disciplined than Party members',
  ),
  atMost(
    inspection('members-inspected', { sumOver: 'level' }),
    party('members'),
    'Đảng viên được kiểm tra không nhiều hơn số đảng viên',
    'No more members inspected than Party members',
    // One member may be inspected at several levels.
    'WARNING',
  ),
  atMost(
    inspection('members-supervised', { sumOver: 'level' }),
    party('members'),
    'Đảng viên được giám sát không nhiều hơn số đảng viên',
    'No more members supervised than Party members',
    'WARNING',
  ),
  atMost(
    inspection('members-asset-controlled'),
    party('members'),
    'Đảng viên được kiểm soát tài sản, thu nhập không nhiều hơn số đảng viên',
    'No more members whose assets were controlled than Party members',
  ),
  atMost(
    socioEconomic('sponsor-units'),
    party('grassroots-organisations'),
    'Đơn vị đỡ đầu xã không nhiều hơn số tổ chức cơ sở đảng',
    'No more sponsor units than grassroots organisations',
    // A grassroots organisation may stand for several units.
    'WARNING',
  ),
  atMost(
    massOrganisations('union-congress-works', { each: 'organisation-type' }),
    party('congress-works'),
    'Công trình, phần việc của đoàn thể chào mừng đại hội đảng không nhiều hơn của toàn đảng bộ',
    'No more works of a mass organisation that greet Party congresses than of the whole Party organisation',
    // An agency may count works that the other does not.
    'WARNING',
  ),
  rule.sameFact(inspection('programme-units', { sumOver: 'level' }), party('grassroots-organisations'), {
    severity: 'WARNING',
    source: RULE_SOURCES.OFFICE,
    words: {
      VI: 'Mọi tổ chức cơ sở đảng đều được thẩm định chương trình kiểm tra, giám sát',
      EN: 'The inspection programme of every grassroots organisation is examined',
    },
  }),
];
