import type { Language } from '../../core/language.ts';
import { bytes } from '../../words/bytes.ts';
import { explainWhy } from '../../words/explain-why.ts';
import { words } from '../../words/words.ts';
import { map, type Known } from '../../core/known.ts';
import type { Account } from '../../core/listing.ts';
import type { PrintedAccount, PrintedAccounts } from '../../schema/printed/accounts.ts';
import type { Context, ExitCode } from '../context.ts';
import { nameIn, resolveClients } from '../resolve-clients.ts';
import { day } from '../print/listing.ts';
import { jsonListing } from '../print/json-listing.ts';
import { finding, findingLines, type Finding } from '../print/findings.ts';
import { engineOf } from '../engine-of.ts';

/** The accounts of these clients; 1 where one could not be looked at. */
export async function showAccounts(context: Context, ids: readonly string[]): Promise<ExitCode> {
  const { screen, json, lang } = context;
  const clients = resolveClients(context, ids.length > 0 ? ids : ['all']);
  const found: { client: string; name: string; accounts: Known<readonly Account[]> }[] = [];
  for (const client of clients)
    found.push({
      client: client.id,
      name: nameIn(context, client),
      accounts: await engineOf(context).accounts(client.id),
    });
  const unseen = found.some((one) => !one.accounts.known);
  if (json) {
    const plain = found.map(({ accounts: all, ...one }) => ({
      ...one,
      ...jsonListing({ accounts: map(all, (known) => known.map(plainAccount)) }),
    }));
    const printed: PrintedAccounts = { schema: 'clean-exit/accounts/1', clients: plain };
    screen.json(printed);
  } else {
    const rows = found.flatMap((one) =>
      one.accounts.known
        ? one.accounts.value.map((account) => accountFinding(context, one.name, account))
        : [finding([screen.paint.bold(one.name), inWords(one.accounts, lang)])],
    );
    for (const line of rows.length > 0 ? findingLines(rows, screen) : [words(lang).accounts.none])
      screen.say(line);
  }
  return unseen ? 1 : 0;
}

function plainAccount({ lastUsed, signedIn, unmerged, ...account }: Account): PrintedAccount {
  const used = map(lastUsed, (ms) => (ms === undefined ? null : new Date(ms).toISOString()));
  return { ...account, ...jsonListing({ lastUsed: used, signedIn, unmerged }) };
}

function accountFinding({ screen, lang }: Context, name: string, account: Account): Finding {
  const say = words(lang);
  const { signedIn, lastUsed, unmerged, sizes, kept } = account;
  const used =
    lastUsed.known && lastUsed.value !== undefined
      ? say.accounts.lastUsed(day(lastUsed.value))
      : inWords(lastUsed, lang);
  const hurried =
    !(signedIn.known && signedIn.value) && unmerged.known && unmerged.value.length > 0;
  const row = [
    screen.paint.bold(name),
    account.name,
    signedIn.known
      ? say.accounts[signedIn.value ? 'signedIn' : 'notSignedIn']
      : inWords(signedIn, lang),
    used,
  ];
  return finding(
    row,
    [
      ...(['cache', 're-download', 'leftover', 'your-files'] as const)
        .filter((tier) => sizes[tier] > 0)
        .map((tier) => `${say.tier[tier]} ${bytes(sizes[tier])}`),
      say.accounts.kept(bytes(kept)),
      ...(hurried ? [say.remaining.unmerged] : []),
    ].join(' · '),
  );
}

const inWords = (fact: Known<unknown>, lang: Language): string =>
  fact.known ? '' : `? ${explainWhy(fact.why, words(lang))}`;
