import { describe, expect, it } from 'vitest';
import { checkpointText, readCheckpoint } from '../../shared/audit/checkpoint.ts';
import { openNote, readNote, signNote } from '../../shared/audit/note.ts';
import { ed25519Vkey, ed25519Verifier, readVkey, vkeyText } from '../../shared/audit/vkey.ts';
import { newKey } from './made.ts';

/** The example of Go's sumdb/note, which c2sp.org/signed-note has its form from. */
const VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const SIGNED =
  'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=';
const NOTE = `This is an example message.\n\n— example.com/foo ${SIGNED}\n`;

function verifierOf(text: string) {
  const vkey = readVkey(text);
  const verifier = vkey && ed25519Verifier(vkey);
  if (!verifier) throw new Error(`no key: ${text}`);
  return verifier;
}

const EXAMPLE = verifierOf(VKEY);

describe('a signed note', () => {
  it('opens by the key of the example of C2SP', () => {
    expect(openNote(NOTE, [EXAMPLE])).toEqual({
      ...{ ok: true, text: 'This is an example message.\n', by: [EXAMPLE] },
    });
  });

  it.each([
    ['a text that was changed', NOTE.replace('message', 'massage'), 'forged'],
    ['no signature', 'This is an example message.\n', 'no-note'],
    ['a signature of another name', NOTE.replace('/foo', '/fоo'), 'unknown-key'],
    ['a carriage return', NOTE.replaceAll('\n', '\r\n'), 'no-note'],
    ['an end without a line break', NOTE.slice(0, -1), 'no-note'],
    ['a line behind the signatures', `${NOTE}more\n`, 'no-note'],
    ['Base64 that is not strict', NOTE.replace('aQM=', 'aQM'), 'no-note'],
    ['a hyphen for the dash', NOTE.replace('—', '-'), 'no-note'],
  ] as const)('does not open with %s', (_, note, why) => {
    expect(openNote(note, [EXAMPLE])).toEqual({ ok: false, why });
  });

  it('passes over the signatures of others, and refuses a forged one beside a good one', () => {
    const { suite, vkey } = signer('other.example/log');
    const both = signNote('a text\n', [
      { name: vkey.name, id: vkey.id, sign: (bytes) => suite.sign(bytes) },
    ]);
    const more = `${both}— example.com/foo ${SIGNED}\n`;
    const known = verifierOf(vkeyText(vkey));
    expect(openNote(more, [known])).toMatchObject({ ok: true, by: [known] });
    expect(openNote(more, [known, EXAMPLE])).toEqual({ ok: false, why: 'forged' });
    expect(readNote(more)?.signatures).toHaveLength(2);
  });

  it('has a text of whole lines without control characters', () => {
    for (const text of ['', 'no end', 'a\tb\n', '\ud800\n'])
      expect(() => signNote(text, [])).toThrow(TypeError);
  });
});

function signer(name: string) {
  const { publicKey, suite } = newKey();
  const bytes = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  return { suite, vkey: ed25519Vkey(name, bytes) };
}

describe('a key with its name', () => {
  it('is written as it was read', () => {
    const vkey = readVkey(VKEY);
    expect(vkey && vkeyText(vkey)).toBe(VKEY);
  });

  it.each([
    ['another name under the same hash', VKEY.replace('foo', 'bar')],
    ['a letter that only looks the same', VKEY.replace('o', 'о')],
    ['a space in the name', VKEY.replace('/', ' ')],
    ['another key', VKEY.replace('Aeky', 'Aekz')],
    ['a line break', `${VKEY}\n`],
    ['no key', 'example.com/foo+530d903a+'],
  ])('is none with %s', (_, text) => {
    expect(readVkey(text)).toBeUndefined();
  });
});

describe('a checkpoint', () => {
  const root = Buffer.alloc(32, 7);

  it('is read as it was written, with the lines that others add', () => {
    const text = checkpointText({ origin: 'clean-exit/log/x', size: 109_482, root });
    expect(text.split('\n')).toHaveLength(4);
    expect(readCheckpoint(text)).toEqual({ origin: 'clean-exit/log/x', size: 109_482, root });
    expect(readCheckpoint(`${text}more\n`)?.size).toBe(109_482);
  });

  it.each([
    ['no origin', `\n1\n${root.toString('base64')}\n`],
    ['a leading zero', `x\n01\n${root.toString('base64')}\n`],
    ['a size that is no number', `x\n-1\n${root.toString('base64')}\n`],
    ['a size too large to be one', `x\n99999999999999999999\n${root.toString('base64')}\n`],
    ['a root of another length', `x\n1\n${root.subarray(1).toString('base64')}\n`],
    ['an empty line', `x\n1\n${root.toString('base64')}\n\n`],
  ])('is none with %s', (_, text) => {
    expect(readCheckpoint(text)).toBeUndefined();
  });
});
