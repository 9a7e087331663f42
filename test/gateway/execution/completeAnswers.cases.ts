/** Operations whose answer is compared with the one schema's, by what they show. */
export const operations: Readonly<Record<string, string>> = {
  'a root field': '{ shelves }',
  'an entity of another agency': '{ submitted { period organisation { name } } }',
  'a section of each of several agencies':
    '{ reports { organisationCode partyBuilding { area membership { total } } inspection { findings { number } } } }',
  'a field that requires others': '{ reports { reconciliation } }',
  'a required field that is asked for too': '{ reports { area reconciliation partyBuilding { area } } }',
  'aliases everywhere':
    '{ bao_cao: reports { to: organisationCode } r: reports { p: partyBuilding { m: membership { t: total } } } }',
  'aliases that are names of keys':
    '{ reports { organisationCode: period period: organisationCode i: inspection { findings { number: shelf } } } }',
  'an alias that is the name of a key on the way':
    '{ cadres { fileId: name number: name } contactOf: reports { contact { fileId: name warnings } } }',
  'an alias that is the name of a required field':
    '{ reports { area: period partyBuilding { facts: area area: lead { code } } reconciliation } }',
  'an alias of the type name':
    '{ reports { __typename: period inspection { __typename: findings { __typename number } } } }',
  'keys that every object inherits':
    '{ reports { __proto__: period constructor: inspection { toString: findings { hasOwnProperty: number __proto__: shelf } } valueOf: area } }',
  'fields named as what every object inherits': '{ reports { toString constructor period } }',
  'a field plain and under its own name as alias':
    '{ documents { ... on Decree { citations: citations citations } id } }',
  'arguments under two aliases': '{ organisations { vi: name en: name(language: EN) name } }',
  'entities under two aliases, differing below':
    '{ a: reports { partyBuilding { lead { name } } } b: reports { partyBuilding { lead { name(language: EN) } } } }',
  'the same field twice, merged':
    '{ reports { organisation { code } organisation { name } } reports { period } }',
  'named fragments, nested':
    '{ reports { ...R } } fragment R on Report { ...O inspection { findings { ...F } } } fragment O on Report { organisation { label name } } fragment F on Finding { shelf number }',
  'inline fragments':
    '{ reports { ... on Report { period } ... { stage } ... @include(if: true) { area } } }',
  'an interface': '{ documents { title id } }',
  'an interface with its type': '{ documents { __typename t: __typename title } }',
  'an interface with fragments':
    '{ documents { title ... on Decree { number } ... on Circular { pages id } } }',
  'an interface with an equal field of each type':
    '{ documents { ... on Decree { title } ... on Circular { title } } }',
  'one object of an interface': '{ latest { id ... on Circular { pages } ... on Decree { label } } }',
  'a field that one type of an interface has from another agency':
    '{ documents { title ... on Decree { citations } } }',
  'an interface object': '{ documents { citations ... on Decree { label } } }',
  'an interface from its interface object': '{ citedDocuments { id citations } }',
  'a type that only another agency knows': '{ citedDocuments { __typename citations title } }',
  'a union': '{ search { __typename ... on Organisation { code } ... on Document { title } } }',
  'a union whose fields differ in null':
    '{ search { ... on Organisation { label name } ... on Decree { label number } } }',
  'an interface fragment in a union': '{ search { ... on Document { citations ... on Decree { number } } } }',
  'an enum with a hidden value': '{ reports { stage } }',
  'lists of lists': '{ reports { tables } }',
  'an entry that is null in a list of lists': '{ gaps { code name } }',
  'an object that two agencies share': '{ reports { summary { pages title box } } }',
  'a key two agencies away': '{ reports { contact { name warnings } } }',
  'a key that an agency does not know': '{ cadres { name fileId } }',
  'a non-null field of an entity that is not known': '{ cadres { name warnings } }',
  'a non-null field deep in a list': '{ submitted { partyBuilding { membership { total } } } }',
  'a nested key that is null': '{ reports { inspection { findings { shelf } } } }',
  'a nested key that is asked for':
    '{ reports { inspection { findings { number chapter { code } shelf } } } }',
  'type names everywhere':
    '{ __typename reports { __typename inspection { __typename findings { __typename } } } }',
  'only the type name': '{ __typename t: __typename }',
  'a type name beside a field': '{ t: __typename shelves }',
  'null for a root field':
    '{ report(organisation: "?", period: "?") { period partyBuilding { area } } shelves }',
  'a parent that is null': '{ organisations { parent { name parent { code } } } }',
  'skip and include with literals':
    '{ reports { period @skip(if: true) area @include(if: true) stage @include(if: false) } }',
  'a root field skipped by a literal': '{ reports @skip(if: true) { period } shelves }',
  'everything skipped by a literal': '{ reports @skip(if: true) { period } }',
  'an object with everything skipped':
    '{ reports { period @skip(if: true) ... @include(if: false) { area } } }',
  introspection: '{ __schema { queryType { n: name } } __type(name: "Stage") { enumValues { name } } }',
  'introspection beside figures':
    '{ reports { period } s: __schema { queryType { name } } shelves ...Q } fragment Q on Query { __type(name: "Report") { kind } __typename }',
  mutations:
    'mutation { openReport(organisation: "HN") { open stage } submitMembers(total: 5) { period open } }',
  'a mutation that must not be seen by what was asked of the one before it':
    'mutation { openReport(organisation: "HN") { partyBuilding { membership { total } lead { name } contact: cadres { warnings } } } submitMembers(total: 5) { partyBuilding { membership { total } } stage } closeInspection { stage open } }',
};
