import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

/** A home whose audit log cannot be written: a file is in its place. */
function withoutLog(audit: 'on' | 'required'): Home {
  const home = newHome();
  const at = (name: string): string => path.join(home.folder, name);
  mkdirSync(at('.config/clean-exit'), { recursive: true });
  mkdirSync(at('.local/state/clean-exit'), { recursive: true });
  const policy = { schema: 'clean-exit/policy/2', audit };
  writeFileSync(at('.config/clean-exit/policy.json'), JSON.stringify(policy));
  writeFileSync(at('.local/state/clean-exit/audit'), '');
  return home;
}

describe('an audit log that cannot be written', () => {
  it('is said where it is on, also where nothing else is said', async () => {
    const home = withoutLog('on');
    const loud = await home.run('exit', 'telegram');
    expect([loud.code, loud.out]).toEqual([0, expect.stringContaining('NOT RECORDED')]);
    const quiet = await home.run('exit', 'telegram', '-q');
    expect([quiet.code, quiet.out]).toEqual([0, '']);
    expect(quiet.err).toContain('NOT RECORDED');
  });

  it('refuses where it is required, and doctor says why', async () => {
    const home = withoutLog('required');
    const refused = await home.run('exit', 'telegram');
    expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('audit log')]);
    const doctor = await home.run('doctor');
    expect([doctor.code, doctor.out]).toEqual([1, expect.stringContaining('Audit log')]);
  });
});
