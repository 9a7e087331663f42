import { givenInput } from '../../support/inputs.ts';

/** The section of inspection in the second quarter of 2024. */
export const REPORT = `query ($asOf: DateTime) { report(organisation: "ha-tinh-khoi", period: "2024-Q2", asOf: $asOf) { inspection {
  discipline { members { value } }
  observations { value note }
  submissions { state release { number correction { reason words } } }
  checks(verdict: CONFLICT) { key acknowledgement expression(locale: EN) }
} } }`;

/** 39 members disciplined, of whom the forms tell 38. */
export const FIGURES = [
  givenInput({ value: '39', time: '2024-Q2' }),
  ...['reprimand', 'warning'].map((code, index) =>
    givenInput({ value: ['30', '8'][index]!, time: '2024-Q2', breakdown: [{ dimension: 'form', code }] }),
  ),
];
export const CONFLICT =
  'total-of-parts:members-disciplined:form|ha-tinh-khoi|2024-Q2|members-disciplined||person';

const REVISED =
  'state before { value } after { value } withdrawn releases { number correction { reason words } }';
const FROZEN =
  'number organisation period asOf signedBy issuedAt hash releases { agency organisation number hash }';
export const ISSUE = `mutation ($seal: String!, $number: ID!) {
  issued: issueReport(seal: $seal, number: $number, signedBy: "Phó Bí thư") { ${FROZEN} revision { inspection { state } } }
}`;
export const ISSUED = `{ issued: issuedReport(number: "12-BC/ĐUK") { ${FROZEN} report { inspection { observations { value } } } } }`;
export const AFFECTED = `{ issuedReports(affected: true) { unreached pageInfo { hasNextPage } reports { number revision { inspection { ${REVISED} } } } } }`;
export const DIFF = `{ inspection { diff(organisation: "ha-tinh-khoi", period: "2024-Q2", from: 1, to: 2) { ${REVISED} } } }`;
