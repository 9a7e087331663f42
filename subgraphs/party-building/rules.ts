import { figure, rule, type Rule } from '../../schema/values/index.ts';

const TRANSFER = (direction: string) => figure('members-transferred', { breakdown: { direction } });

/** What has to hold between the figures of this agency. */
export const rules: readonly Rule[] = [
  rule.totalOfParts('commended-collectives', 'occasion'),
  rule.totalOfParts('commended-persons', 'occasion'),
  rule.totalOfParts('certificate-organisations', 'organisation-level'),
  rule.totalOfParts('study-classes', 'study-class'),
  rule.totalOfParts('study-participants', 'study-class'),
  rule.totalOfParts('theory-classes', 'course'),
  rule.totalOfParts('theory-learners', 'course'),
  rule.totalOfParts('theory-nominations', 'course'),
  rule.totalOfParts('theory-reserve-registrations', 'course'),
  rule.totalOfParts('delegates-elected', 'delegate-status'),
  rule.totalOfParts('committee-departures', 'post'),
  rule.totalOfParts('committee-departures', 'unit'),
  rule.totalOfParts('committee-departures', ['post', 'unit']),
  rule.totalOfParts('committee-appointments', 'post'),
  rule.totalOfParts('committee-appointments', 'unit'),
  rule.totalOfParts('committee-appointments', ['post', 'unit']),
  rule.totalOfParts('cadre-assessments', 'assessment-purpose'),
  rule.totalOfParts('rated-organisations', 'rating'),
  rule.totalOfParts('members-transferred', 'direction'),

  rule.partOfWhole(figure('congress-works-plaqued'), figure('congress-works')),
  rule.partOfWhole(figure('rated-organisations', { sumOver: 'rating' }), figure('grassroots-organisations'), {
    words: {
      VI: 'Tổ chức cơ sở đảng được xếp loại không nhiều hơn số tổ chức cơ sở đảng hiện có',
      EN: 'No more grassroots organisations are rated than there are',
    },
  }),
  rule.partOfWhole(figure('remedial-plan-units'), figure('reviewed-units')),
  rule.partOfWhole(figure('reviewed-units'), figure('grassroots-organisations')),
  rule.partOfWhole(figure('political-standard-units'), figure('grassroots-organisations')),
  rule.partOfWhole(figure('political-standard-units'), figure('political-standard-conclusions'), {
    words: {
      VI: 'Mỗi đơn vị có ít nhất một cán bộ được kết luận tiêu chuẩn chính trị',
      EN: 'Each of the units has at least one cadre whose political standard was concluded on',
    },
  }),
  rule.partOfWhole(
    figure('congress-elections', { each: 'election-outcome' }),
    figure('grassroots-organisations'),
  ),
  rule.partOfWhole(figure('congress-organisations'), figure('grassroots-organisations')),
  rule.partOfWhole(
    figure('study-classes', { each: 'study-class' }),
    figure('study-participants', { each: 'study-class' }),
    {
      words: {
        VI: 'Mỗi lớp học tập có ít nhất một người',
        EN: 'Every study class has at least one participant',
      },
    },
  ),
  rule.partOfWhole(
    figure('theory-classes', { each: 'course' }),
    figure('theory-learners', { each: 'course' }),
    {
      words: {
        VI: 'Mỗi lớp lý luận chính trị có ít nhất một người học',
        EN: 'Every theory class has at least one learner',
      },
    },
  ),
  rule.partOfWhole(figure('members-made-full'), figure('members')),
  rule.partOfWhole(figure('members-admitted'), figure('members'), {
    words: {
      VI: 'Số đảng viên được kết nạp trong kỳ không vượt số đảng viên cuối kỳ',
      EN: 'No more members are admitted in a period than there are at its end',
    },
    severity: 'WARNING',
  }),
  rule.partOfWhole(figure('badge-recipients'), figure('members')),
  rule.partOfWhole(figure('badge-proposals'), figure('members')),
  rule.partOfWhole(figure('study-participants'), figure('members'), {
    // Cadres who are no members study too, and the members may be counted at another time.
    severity: 'WARNING',
  }),
  rule.partOfWhole(figure('study-venues'), figure('study-participants', { sumOver: 'study-class' }), {
    words: {
      VI: 'Mỗi điểm cầu học tập có ít nhất một người',
      EN: 'Every study venue has at least one participant',
    },
  }),
  rule.partOfWhole(figure('members'), figure('members', { about: 'area' })),
  rule.partOfWhole(figure('members-admitted'), figure('members-admitted', { about: 'area' })),
  rule.partOfWhole(figure('grassroots-organisations'), figure('grassroots-organisations', { about: 'area' })),

  rule.stockFlow(
    figure('members'),
    {
      in: [figure('members-admitted'), TRANSFER('in')],
      out: [figure('members-struck-off'), figure('members-removed'), TRANSFER('out')],
      // Deaths and expulsions are not among the agency's figures.
      outflowsOpen: true,
    },
    {
      words: {
        VI: 'Đảng viên cuối kỳ không vượt số kỳ trước cộng kết nạp và chuyển đến, trừ chuyển đi, xóa tên và cho ra khỏi Đảng',
        EN: 'No more members than before with those admitted and transferred in, less those transferred out, struck off and removed',
      },
    },
  ),

  ...rule.statedComparisons(),
  rule.notBelowZero(),
];
