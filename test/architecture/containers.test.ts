import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { AGENCY_CODES, defaultAgencyPort, upperSnakeCase } from '../../schema/values/index.ts';
import { ROOT } from '../support/processes.ts';

const compose = readFileSync(join(ROOT, 'compose.yaml'), 'utf8');

/** The lines of one service, trimmed. */
function serviceOf(name: string): string[] {
  const [, text = ''] = new RegExp(`^  ${name}:\n((?: {4}.*\n|\n)+)`, 'm').exec(compose) ?? [];
  return text.split('\n').map((line) => line.trim());
}

describe('given the house in containers', () => {
  it.each(AGENCY_CODES)('when %s is looked for, then it runs its own program on MongoDB', (code) => {
    expect(serviceOf(code)).toContain(`command: [node, --import, tsx, subgraphs/${code}/main.ts]`);
    expect(serviceOf(code)).toContain('<<: *subgraph');
    expect(compose).toContain('MONGODB_URI: ${MONGODB_URI:-mongodb://mongo:27017/?replicaSet=rs0}');
  });

  it.each(AGENCY_CODES)('when the gateway looks for %s, then it has its address', (code) => {
    const port = defaultAgencyPort(code, 4000);

    expect(serviceOf('gateway')).toContain(`${upperSnakeCase(code)}_URL: http://${code}:${port}/graphql`);
  });

  it('when it is started without secrets, then it does not start', () => {
    const secrets = compose.match(/\b(JWT_SECRET|GATEWAY_KEYS): \$\{\1:\?/g);

    expect(secrets).toHaveLength(2);
  });

  it('when somebody asks, then the gateway and the subgraphs let in the same people', () => {
    const [, identity = ''] = /^x-identity: &identity\n((?: {2}.*\n)+)/m.exec(compose) ?? [];
    const [, subgraph = ''] = /^x-subgraph: &subgraph\n((?: {2}.*\n)+)/m.exec(compose) ?? [];

    expect([...identity.matchAll(/^ {2}(\w+): \$\{\1:/gm)].map(([, name]) => name)).toEqual([
      ...['JWT_SECRET', 'GATEWAY_KEYS', 'JWT_ISSUER', 'JWT_AUDIENCE', 'READ_REQUIRES_TOKEN', 'LOG_LEVEL'],
    ]);
    expect(subgraph).toContain('<<: *identity');
    expect(serviceOf('gateway')).toContain('<<: *identity');
  });

  it('when the image is made, then all that it copies is there and not ignored', () => {
    const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
    const copied = [...dockerfile.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, sources]) =>
      sources!.split(' '),
    );
    const kept = readFileSync(join(ROOT, '.dockerignore'), 'utf8').match(/(?<=^!).+$/gm);

    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect([...copied].sort()).toEqual([...kept!].sort());
  });
});
