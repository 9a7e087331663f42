// Who asks: tokens of people, and the gateway's signature under its requests to agencies.
export {
  readIdentitySettings,
  type IdentitySettings,
  type TokenKeys,
  type TokenSettings,
} from './identitySettings.ts';
export { type GatewayKey } from './gatewayKeys.ts';
export { createTokenReader, type TokenReader } from './tokenReader.ts';
export { SIGNATURE_HEADERS, type SignatureHeaders, type SignedParts } from './signature.ts';
export { createRequestSigner, signRequest, type RequestSigner } from './requestSigner.ts';
export { DEADLINE_HEADER, readDeadline } from './deadline.ts';
export { assertJson } from './contentType.ts';
export { readRequestId, REQUEST_ID_HEADER } from './requestId.ts';
export { createRequestVerifier, type RequestVerifier } from './requestVerifier.ts';
export { refusalOf, type Refusal } from './refusal.ts';
