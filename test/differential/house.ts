import { getOperationAST, parse, validate } from 'graphql';

import { SUPERGRAPH_FILE, makeSdlFiles } from '../../scripts/sdlFiles.ts';
import { readSupergraph } from '../../gateway/supergraph.ts';
import { startAgencies } from './agencies.ts';
import { compareAnswers } from './compareAnswers.ts';
import { createGatewayPath } from './gateway.ts';
import { generateOperation } from './generateOperation.ts';
import { createOneSchema } from './oneSchema.ts';
import type { Failing, FailingPart, Operation } from './operation.ts';
import { type Random, createRandom } from './random.ts';
import { createValues } from './values.ts';

/** An operation and the agencies that fail it. */
export interface Trial {
  readonly operation: Operation;
  readonly failing: Failing;
}

/** The gateway and the one schema over the same figures at the same instant. */
export interface House {
  /** The trials of one operation: with all agencies, and with some of them failing. */
  trials(seed: number, index: number): Trial[];
  isValid(operation: Operation): boolean;
  /** What differs; empty when nothing. */
  compare(trial: Trial): Promise<string[]>;
  readonly close: () => Promise<void>;
}

export async function openHouse(): Promise<House> {
  const { agencies, close } = await startAgencies();
  // The committed file's text, made anew so that it is never older than the agencies.
  const supergraph = readSupergraph(makeSdlFiles(agencies).get(SUPERGRAPH_FILE)!);
  const drawValue = createValues(agencies);
  const askGateway = createGatewayPath(supergraph, agencies);
  const askOneSchema = createOneSchema(supergraph.schema, agencies);
  const codes = agencies.map(({ code }) => code);

  return {
    trials: (seed, index) => {
      const random = createRandom(seed, index);
      const operation = generateOperation(supergraph.schema, drawValue, random);
      return [
        { operation, failing: new Map() },
        { operation, failing: drawFailing(random, codes) },
      ];
    },
    isValid: ({ query, operationName }) => {
      try {
        const document = parse(query);
        const asked = getOperationAST(document, operationName);
        return asked !== null && validate(supergraph.schema, document).length === 0;
      } catch {
        return false;
      }
    },
    compare: async ({ operation, failing }) => {
      const reference = await askOneSchema(operation, failing);
      try {
        return compareAnswers(await askGateway(operation, failing), reference);
      } catch (error) {
        return [`The gateway fails: ${(error as Error).stack ?? String(error)}`];
      }
    },
    close,
  };
}

function drawFailing(random: Random, codes: readonly string[]): Failing {
  const parts: readonly FailingPart[] = ['root', 'entities', 'all'];
  const chosen = codes.filter(() => random.chance(35));
  const failing = chosen.length > 0 ? chosen : [random.pick(codes)];
  return new Map(failing.map((code) => [code, random.pick(parts)]));
}
