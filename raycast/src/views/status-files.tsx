import { List } from '@raycast/api';
import { bytes } from '@shared/words/bytes.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import type { Known } from '@shared/core/known.ts';
import type { Account } from '@shared/core/listing.ts';
import { reason } from '@shared/core/reason.ts';
import type { Receipt, StatusLine } from '@shared/core/receipt.ts';
import { capital, filesWord, signedInWord } from '../show.ts';
import { dated } from '../show/clock.ts';
import { endOf, type ThisComputer } from '../show/sentence.ts';
import { whyWords } from '../show/why.ts';
import type { Details } from './use-details.ts';
import { inWords } from './in-words.ts';

const { Metadata } = List.Item.Detail;

/** What lies on the disk, and whose it is. */
export function FileLabels({ details }: { details: Details | undefined }) {
  const line = details?.line;
  return (
    <>
      <Metadata.Label title="Cache" text={inWords(line, cacheOf)} />
      <Metadata.Label title="Left by a Bad Exit" text={inWords(line, leftoversOf)} />
      <Metadata.Label title="Accounts" text={inWords(details?.accounts, accountsOf)} />
    </>
  );
}

const cacheOf = ({ bytes: count, bytesWhy: code = 'failed', bytesDetail: detail }: StatusLine) =>
  count === null ? `not known: ${whyWords(reason(code, detail))}` : bytes(count);

function leftoversOf({ leftovers, unmerged }: StatusLine): string {
  const some = [
    ...(leftovers ? [filesWord(leftovers)] : []),
    ...(unmerged.length > 0 ? [`${unmerged.length} journals, kept`] : []),
  ];
  if (leftovers === undefined) return 'not known';
  return some.length > 0 ? some.join(', ') : 'nothing';
}

const accountsOf = (all: readonly Account[]): string =>
  all.length === 0
    ? 'none found'
    : all
        .map(({ name, signedIn }) => [name, signedInWord(signedIn)].filter(Boolean).join(': '))
        .join(', ');

/** What became of the last requests, newest first. */
export function LastExits({
  here,
  last,
}: {
  here: ThisComputer;
  last: Known<readonly Receipt[]> | undefined;
}) {
  if (!last?.known || last.value.length === 0)
    return <Metadata.Label title="Last Requests" text={inWords(last, () => 'none kept')} />;
  return (
    <>
      {last.value.map((one, at) => (
        <Metadata.Label
          key={`${one.at} ${at}`}
          title={capital(en.request[one.request])}
          icon={endOf(here, one).icon}
          text={`${endOf(here, one).text}, ${dated(Date.parse(one.at))}, ${one.surface}`}
        />
      ))}
    </>
  );
}
