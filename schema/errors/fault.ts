import type { catalogue } from './catalogue.ts';

/** How one kind of fault reads; `details` are the machine-readable half, the message is built from them. */
export interface FaultDefinition<Details> {
  readonly message: (details: Details) => string;
}

export type FaultCode = keyof typeof catalogue;
export type FaultDetails<Code extends FaultCode> = Parameters<(typeof catalogue)[Code]['message']>[0];

/** One thing that is wrong, as data: a code of the catalogue, its details, and the sentence for people. */
export interface Fault {
  readonly code: FaultCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** An error whose message and code come from the catalogue; may be shown to anyone. */
export class CataloguedError extends Error {
  override readonly name = 'CataloguedError';
  readonly fault: Fault;

  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault.message, options);
    this.fault = fault;
  }
}
