/** What the report of Lam Sơn for 2024 says, by section: indicator, code of the part, figure in words. */
export const LAM_SON_FIGURES = {
  partyBuilding: [
    'resolutions-issued: 7 nghị quyết',
    'cadre-movements: 46 lượt cán bộ',
    'grassroots-organisations: 412 tổ chức cơ sở đảng',
    'enterprise-party-organisations-founded: 9 tổ chức đảng',
    'members: 51.240 đảng viên',
    'members-admitted: 1.320 đảng viên, bằng 110% kế hoạch Tỉnh ủy Lam Sơn giao',
    'members-admitted: kế hoạch 1.200 đảng viên (Tỉnh ủy Lam Sơn giao)',
    'model-branches: 85 chi bộ (thôn bản 41, tổ dân phố 20, cơ quan 15, trường học 9)',
    'model-branches[village]: 41 chi bộ',
    'model-branches[residential-group]: 20 chi bộ',
    'model-branches[office]: 15 chi bộ',
    'model-branches[school]: 9 chi bộ',
    'digital-handbook-users: 38.430 đảng viên',
    'digital-handbook-share: 75%',
    'mobile-branch-meetings: 24 buổi',
  ],
  inspection: [
    'organisations-inspected: 62 tổ chức đảng',
    'members-inspected: 214 đảng viên',
    'organisations-supervised: 48 tổ chức đảng',
    'members-supervised: 156 đảng viên',
    'organisations-disciplined: 3 tổ chức đảng',
    'members-disciplined: 57 đảng viên (khiển trách 38, cảnh cáo 14, khai trừ 5)',
    'members-disciplined[reprimand]: 38 đảng viên',
    'members-disciplined[warning]: 14 đảng viên',
    'members-disciplined[expulsion]: 5 đảng viên',
    'hotline-calls: 120 cuộc gọi (đảng viên 58, người dân 61)',
    'hotline-calls[party-member]: 58 cuộc gọi',
    'hotline-calls[resident]: 61 cuộc gọi',
    'hotline-answered: 112 cuộc gọi',
    'hotline-visits: 37 lượt',
  ],
  massOrganisations: [],
  socioEconomic: [
    'budget-revenue: 4.240 tỷ đồng, bằng 106% kế hoạch Tỉnh ủy Lam Sơn giao',
    'budget-revenue: kế hoạch 4.000 tỷ đồng (Tỉnh ủy Lam Sơn giao)',
    'new-enterprises: 310 doanh nghiệp',
    'new-enterprise-capital: 2.480 tỷ đồng',
    'new-enterprise-average-capital: 8 tỷ đồng',
    'poverty-rate: 3,1%',
    'new-rural-communes: 64 xã',
    'tea-area: 3.150 héc-ta',
    'tea-production: 18.900 tấn (chè xanh 12.400, chè đen 4.300, chè ô long 2.200), bằng 105% kế hoạch Tỉnh ủy Lam Sơn giao',
    'tea-production: kế hoạch 18.000 tấn (Tỉnh ủy Lam Sơn giao)',
    'tea-production[green]: 12.400 tấn',
    'tea-production[black]: 4.300 tấn',
    'tea-production[oolong]: 2.200 tấn',
    'tea-households: 5.200 hộ',
    'tea-export-value: 6,3 triệu USD',
    'tea-cooperatives: 12 hợp tác xã',
    'homestays: 140 hộ kinh doanh',
  ],
  officeWork: [],
} as const;

/** What contradicts itself, and why it stands. */
export const LAM_SON_CONFLICTS = [
  'total-of-parts:hotline-calls:caller: 120 ≠ 58 + 61 = 119 (Một cuộc gọi không rõ người gọi)',
];

/** What the rules of its files, and attainments of plans, come to. */
export const LAM_SON_HOLDS = [
  'attainment: 1.320 = 1.200 × 110%',
  'total-of-parts:model-branches:branch-area: 85 = 41 + 20 + 15 + 9',
  'rate:digital-handbook-share:digital-handbook-users:members: 38.430 = 51.240 × 75%',
  'part-of-whole:hotline-answered:hotline-calls: 112 ≤ 120',
  'attainment: 4.240 tỷ = 4.000 tỷ × 106%',
  'attainment: 18.900 = 18.000 × 105%',
  'total-of-parts:tea-production:tea-kind: 18.900 = 12.400 + 4.300 + 2.200',
];

/** What the rule between agencies of its file comes to. */
export const LAM_SON_BETWEEN =
  'part-of-whole:inspection/organisations-inspected:party-building/grassroots-organisations: 62 ≤ 412';
