import path from 'node:path';
import { whyText } from '../../core/known.ts';
import type { ProofAnswer, ProofRefusal } from '../../core/proof.ts';
import { TOKEN_FILE, TOKEN_SIGNATURE, type VolumeToken } from '../../core/volume-token.ts';
import { isGone } from '../files/errno.ts';
import { readRegular } from '../files/read-regular.ts';
import type { ProofQuestion } from '../port/proofs.ts';
import type { Signing } from '../port/signing.ts';
import type { Volume, Volumes } from '../port/volumes.ts';
import { unavailable } from './proofs-by.ts';
import { notGood } from './signature.ts';

const KIND = 'volume';

export interface VolumeProofOptions {
  readonly volumes: Volumes;
  readonly signing: Signing;
  readonly now: () => number;
}

/** A stick is plugged in whose token an administrator signed for just this stick. */
export const volumeProof =
  ({ volumes, signing, now }: VolumeProofOptions) =>
  async (_question: ProofQuestion): Promise<ProofAnswer> => {
    const mounted = await volumes.mounted();
    if (!mounted.known) return unavailable(KIND, whyText(mounted.why));
    const found = mounted.value.flatMap(tokenOn);
    const answers = await Promise.all(found.map((one) => answerTo(one, signing, now())));
    return answers.find((one) => 'given' in one) ?? answers[0] ?? unavailable(KIND, 'no-volume');
  };

const wrong = (detail: string): ProofAnswer => ({
  refused: { kind: KIND, why: 'wrong', detail } satisfies ProofRefusal,
});

/** What lies on a volume, read once: what is checked is what was read. */
interface Found {
  readonly volume: Volume;
  readonly token: string;
  readonly signature: string;
}

function tokenOn(volume: Volume): readonly Found[] {
  const read = (name: string): string => readRegular(path.join(volume.place, name), 'refuse').text;
  try {
    const token = read(TOKEN_FILE);
    return [{ volume, token, signature: orNothing(() => read(TOKEN_SIGNATURE)) }];
  } catch (error) {
    // Something in the place of a token is a wrong one, and nothing is none.
    return isGone(error) ? [] : [{ volume, token: '', signature: '' }];
  }
}

function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return ''; // No signature is a wrong one.
  }
}

async function answerTo(
  { volume, token: text, signature }: Found,
  signing: Signing,
  now: number,
): Promise<ProofAnswer> {
  const token = await parsed(text);
  if (!token) return wrong('no-token');
  if (token.volume !== volume.id) return wrong('other-volume');
  if (Date.parse(token.expires) <= now) return wrong('token-expired');
  const checked = await signing.check({ namespace: 'clean-exit-volume', text, signature });
  if ('why' in checked) return notGood(KIND, checked);
  const [signer = ''] = checked.principals;
  return { given: { kind: KIND, by: `${token.principal}, ${volume.id}, ${signer}` } };
}

async function parsed(text: string): Promise<VolumeToken | undefined> {
  const { volumeTokenSchema } = await import('../../schema/volume-token.ts');
  try {
    return volumeTokenSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // No JSON is no token.
  }
}
