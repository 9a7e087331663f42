import type { Principal, Role } from '../../schema/values/index.ts';
import type { Audience } from './operationSettings.ts';

/** Who explores the graph, or looks after it: they ask what no frontend has listed. */
const EXPLORING: readonly Role[] = ['ANALYST', 'ADMINISTRATOR'];

/** Whether somebody is an analyst or administrator, of whatever agency. */
export function isAnalyst(principal: Principal | null): boolean {
  return principal?.grants.some(({ role }) => EXPLORING.includes(role)) ?? false;
}

/** Whether somebody is of an audience. */
export function isAmong(audience: Audience, principal: Principal | null): boolean {
  return audience === 'everybody' || (audience === 'analysts' && isAnalyst(principal));
}
