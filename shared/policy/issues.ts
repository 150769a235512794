/** What zod says about one place of a value; of a union with what each of its kinds says. */
export interface PolicyIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly PolicyIssue[])[];
}

/**
 * The issues as a person can mend them: of a value that may be of several kinds, those of the kind that it is of;
 * where it is of none, what it may be.
 */
export function plainIssues(
  issues: readonly PolicyIssue[],
  value: unknown,
): readonly PolicyIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || !issue.errors) return [issue];
    const all = issue.errors.map((errors) =>
      errors.map((one) => ({ ...one, path: [...issue.path, ...one.path] })),
    );
    // Of another kind its type is another, or what makes the kind is not there.
    const isOther = ({ code, path }: PolicyIssue): boolean =>
      (code === 'invalid_type' && path.length === issue.path.length) || isMissing(path, value);
    const closest = all.filter((errors) => errors.length > 0 && !errors.some(isOther));
    return closest.length === 1 ? plainIssues(closest[0] ?? [], value) : [issue];
  });
}

const isMissing = (path: readonly PropertyKey[], value: unknown): boolean =>
  path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? (at as Record<PropertyKey, unknown>)[name]
        : undefined,
    value,
  ) === undefined;
