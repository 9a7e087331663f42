import { formatAnswerError, GatewayProblem, type Ask } from './askGateway.ts';

/** The data of an answer that is whole. Rejects with GatewayProblem in the words of its errors. */
export async function answerOf<Data>(
  ask: Ask,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const { data, errors } = await ask(query, variables);
  if (errors?.length || !data) {
    throw new GatewayProblem(
      (errors ?? []).map(formatAnswerError).join('\n') || 'The gateway answers without data.',
    );
  }
  return data as Data;
}
