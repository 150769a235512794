import { chmodSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { known } from '../../../shared/core/known.ts';
import { accountsOf } from '../../../shared/machine/files/accounts.ts';
import { folder, tidy } from '../linux/actors.ts';
import { clientAt, put, questionAt } from './tree.ts';

tidy();

function question(top: string) {
  const client = clientAt(top, []);
  const [edition] = client.editions;
  if (!edition) throw new Error('no edition');
  const rules = { ...edition, accounts: [{ glob: '{root}/*', has: 'db' }] };
  const asked = questionAt(top, []);
  return { ...asked, terms: { ...asked.terms, client: { ...client, editions: [rules] } } };
}

describe('the accounts of a client', () => {
  it.runIf(process.getuid?.() !== 0)(
    'are unknown where a folder that may be one cannot be read, and never left out',
    async () => {
      const top = folder();
      put(top, 'ming/db/a', 'hong/db/a');
      chmodSync(path.join(top, 'hong'), 0o000);
      const found = await accountsOf(question(top), async () => known(false));
      chmodSync(path.join(top, 'hong'), 0o700);
      expect(found).toEqual({
        known: false,
        why: { code: 'denied', detail: `${top}/hong could not be read` },
      });
    },
  );

  it('are those that can be read, and what is no account is not told', async () => {
    const top = folder();
    put(top, 'ming/db/a', 'other/a', 'file');
    const found = await accountsOf(question(top), async () => known(false));
    expect(found).toMatchObject({ known: true, value: [{ name: 'ming' }] });
  });
});
