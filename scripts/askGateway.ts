import { createSettingsReader, type Environment } from '../schema/errors/index.ts';
import { DEFAULT_GATEWAY_PORT } from '../schema/values/index.ts';

/** The gateway that `npm start` runs with the same settings. */
export function localGatewayUrl(environment: Environment): string {
  const port = createSettingsReader(environment).text('GATEWAY_PORT', String(DEFAULT_GATEWAY_PORT));
  return `http://127.0.0.1:${port}/graphql`;
}

/** Why a gateway gave no whole answer, in words for the person at the terminal. */
export class GatewayProblem extends Error {
  override readonly name: string = 'GatewayProblem';
}

/** That there is no gateway at an address, or nothing that speaks as one. */
export class GatewayNotReached extends GatewayProblem {
  override readonly name = 'GatewayNotReached';
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export interface GatewayAnswer {
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly AnswerError[];
}

export type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<GatewayAnswer>;

/**
 * Asks a running gateway, in the name of whom the token was made for; in nobody's without one. The promise rejects with
 * GatewayNotReached when there is none, or not one that speaks GraphQL. `option` is what names another on the command line.
 */
export function askGateway(url: string, token: string | null = null, option = '--url'): Ask {
  return async (query, variables) => {
    let text: string;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(token !== null && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      text = await response.text();
    } catch {
      throw new GatewayNotReached(
        `No gateway answers at ${url}. Start one with "npm start", or name another with ${option}.`,
      );
    }
    try {
      return { ...(JSON.parse(text) as Omit<GatewayAnswer, 'text'>), text };
    } catch {
      throw new GatewayNotReached(
        `${url} does not answer with JSON. Name the gateway's GraphQL address with ${option}.`,
      );
    }
  };
}

/** `report.inspection: Agency "inspection" cannot be reached. … [AGENCY_UNREACHABLE]`. */
export function formatAnswerError({ message, path, extensions }: AnswerError): string {
  return `${path ? `${path.join('.')}: ` : ''}${message} [${extensions?.code ?? 'no code'}]`;
}
