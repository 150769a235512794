import type { PolicyFile } from '../core/policy.ts';
import { plainIssues, type PolicyIssue } from './issues.ts';
import { mightForbid, type MightForbid } from './might-forbid.ts';
import { saidIn, type Said } from './said.ts';
import { policy1Schema } from './schema-1.ts';
import { policySchema } from './schema.ts';

/** What a file says, and what of it cannot be understood. */
export interface ReadPolicy {
  /** What can be understood; what cannot is taken as if it forbade all that it might. */
  readonly said: Said;
  readonly issues: readonly (PolicyIssue & { readonly might: MightForbid })[];
}

/** The value of a policy file of either version. Never throws. */
export function readPolicy(value: unknown): ReadPolicy {
  const version = isObject(value) ? value['schema'] : undefined;
  const schema = version === 'clean-exit/policy/1' ? policy1Schema : policySchema;
  const parsed = schema.safeParse(value);
  if (parsed.success) return { said: saidIn(parsed.data), issues: [] };
  const issues = plainIssues(ofVersion(parsed.error.issues), value).map((issue) => ({
    ...issue,
    might: mightForbid(issue.path.map(String)),
  }));
  const rest = schema.safeParse(without(value, issues));
  const said = rest.success ? saidIn(rest.data) : UNREADABLE;
  return { said: issues.reduce((all, { might }) => strictest(all, might), said), issues };
}

/** As if an unreadable file forbade all that it might. */
export const UNREADABLE: Said = strictest({ says: {} }, mightForbid([]));

/** A file of another version is not read for more faults: each of its fields may mean something else. */
function ofVersion(issues: readonly PolicyIssue[]): readonly PolicyIssue[] {
  const version = issues.find(({ path }) => path[0] === 'schema');
  if (!version) return issues;
  const values = ['clean-exit/policy/2', 'clean-exit/policy/1'];
  const message = `Invalid option: expected one of ${values.join(', ')}`;
  return [{ ...version, code: 'invalid_value', message, values } as PolicyIssue];
}

function strictest({ says, clients }: Said, might: MightForbid): Said {
  const { client } = might;
  if (client === undefined)
    return { says: { ...says, ...might.says }, ...(clients && { clients }) };
  const before: PolicyFile = (clients && Object.hasOwn(clients, client) && clients[client]) || {};
  return { says, clients: { ...clients, [client]: { ...before, ...might.says } } };
}

/** The value without each place in which there is a fault, so that all others hold. */
function without(value: unknown, issues: readonly PolicyIssue[]): unknown {
  return issues.reduce((left, issue) => {
    const keys = 'keys' in issue ? (issue.keys as readonly string[]) : [];
    return omitted(left, issue.path.map(String), keys);
  }, value);
}

/** Without the key at this path, or these keys there; of a list nothing is left, because its rest would say less. */
function omitted(
  value: unknown,
  [key, ...below]: readonly string[],
  keys: readonly string[],
): unknown {
  if (!isObject(value)) return value;
  if (key === undefined) return omit(value, keys);
  const inner = Object.hasOwn(value, key) ? value[key] : undefined;
  const isWhole = !isObject(inner) || (below.length === 0 && keys.length === 0);
  return isWhole ? omit(value, [key]) : { ...value, [key]: omitted(inner, below, keys) };
}

const omit = (value: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
