import fc from 'fast-check';
import { expect } from 'vitest';
import type { Request } from '../../shared/core/model.ts';
import type { Law, Subject } from './laws.ts';
import { scenes, type Scene } from './stage.ts';

const requests = fc.constantFrom<Request>(
  { kind: 'exit', client: 'chat' },
  { kind: 'exit', client: 'chat', then: 'force' },
  { kind: 'force', client: 'chat' },
  { kind: 'purge', client: 'chat', tiers: ['cache'] },
  { kind: 'hide', client: 'chat' },
);

const propertyOf = (law: Law, subject: Subject) =>
  fc.asyncProperty(scenes, requests, (scene: Scene, request: Request) =>
    law(subject, scene, request),
  );

/** The law holds in so many cases that it says something about: those that `fc.pre` leaves out do not count. */
export async function expectHolds(law: Law, subject: Subject, runs: number): Promise<void> {
  let ran = 0;
  const counted: Law = async (...all) => {
    await law(...all);
    ran++;
  };
  await fc.assert(propertyOf(counted, subject), { numRuns: runs });
  expect(ran).toBe(runs);
}

/** The first case that breaks the law, not made smaller; it has to be an assertion that fails. */
export async function expectBroken(law: Law, subject: Subject, runs: number): Promise<void> {
  const seen = await fc.check(propertyOf(law, subject), { numRuns: runs, endOnFailure: true });
  expectFoundByAssertion(seen.errorInstance);
}

/** That a program with a fault falls over proves nothing of the law that is to find it. */
export function expectFoundByAssertion(found: unknown): void {
  if (found === null || found === undefined) throw new Error('the fault was not found');
  if (!(found instanceof Error) || found.name !== 'AssertionError')
    throw new Error('the law fell over, and did not find it', { cause: found });
}
