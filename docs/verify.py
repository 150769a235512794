"""Verifies an audit log of Clean Exit, or the proof of one entry, by Python 3 and openssl 3 alone.
verify.py FOLDER [--key KEY]... [--checkpoint FILE]... [--every-signature]  or  --proof FILE --line FILE --key KEY
0: intact. 1: not, with the first bad line. The forms: RFC 6962, c2sp.org/{signed-note,tlog-checkpoint,tlog-proof}."""
import argparse, base64, glob, hashlib, json, os, pathlib, re, subprocess, sys, tempfile
SEAL = re.compile(rb'(.*),"fingerprint":{"algorithm":"(SHA-256|SM3)","algorithm_id":(?:(?<=256","algorithm_id":)3|(?<=SM3","algorithm_id":)99),"value":"([0-9a-f]{64})"},"signatures"'
                  rb':\[{"algorithm":"(?:Ed25519|SM2-SM3)","algorithm_id":99,"value":"([A-Za-z0-9+/]+={0,2})"}\]}\]}}\n')
ED25519, SM2 = map(bytes.fromhex, ('302a300506032b6570032100', '3059301306072a8648ce3d020106082a811ccf5501822d034200'))  # before keys in DER
ask = argparse.ArgumentParser(usage=__doc__)
ask.add_argument('folder', nargs='?', default='')
for name in '--key', '--checkpoint', '--proof', '--line': ask.add_argument(name, action='append', default=[])
ask.add_argument('--every-signature', action='store_true')
args, digest_name = ask.parse_args(), 'sha256'
def need(is_so, what): is_so or sys.exit(print('NOT INTACT:', what) or 1)
def digest(*parts): return hashlib.new(digest_name, b''.join(parts)).digest()
def read(file): return open(file, encoding='utf8', newline='').read()
def signed(vkey, data, signature):  # by the key in `name+id+base64(type, public key)`
    name, number, key = vkey.split('+', 2)
    key, is_sm = base64.b64decode(key), key.startswith('/')
    if hashlib.sha256(f'{name}\n'.encode() + key).hexdigest()[:8] != number: return False
    with tempfile.TemporaryDirectory() as at:
        files = {'key': SM2 + key[-65:] if is_sm else ED25519 + key[1:], 'data': data, 'sig': signature}
        for file, text in files.items(): pathlib.Path(at, file).write_bytes(text)
        how = ['-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'] if is_sm else []
        command = 'openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in data -sigfile sig'.split() + how
        return subprocess.run(command, cwd=at, capture_output=True).returncode == 0
def checkpoint(note, keys):  # origin, size and root of a note that one of these keys signed
    text, _, signatures = note.rpartition('\n\n')
    for name, value in re.findall('^\u2014 (\\S+) (\\S+)$', signatures, re.M):
        for key in [one for one in keys if one.startswith(f'{name}+{base64.b64decode(value)[:4].hex()}+')]:
            need(signed(key, f'{text}\n'.encode(), base64.b64decode(value)[4:]), 'the signature of a checkpoint is wrong')
            return text.split('\n')[0], int(text.split('\n')[1]), base64.b64decode(text.split('\n')[2])
    need(False, 'a checkpoint is not signed by a key of this log, nor by one that was named')
if args.proof:
    head, note = read(args.proof[0]).split('\n\n', 1)
    _, index, *hashes = [one for one in head.split('\n') if not one.startswith('extra ')]
    origin, size, root = checkpoint(note, args.key)
    at, node = int(index[6:]), digest(b'\0', read(args.line[0]).rstrip('\n').encode())
    inner = (at ^ (size - 1)).bit_length()  # Above that the way to the root is that of the last entry.
    for level, other in enumerate(map(base64.b64decode, hashes)):
        node = digest(b'\1', other, node) if level >= inner or at >> level & 1 else digest(b'\1', node, other)
    need(at < size and len(hashes) == inner + bin(at >> inner).count('1') and node == root, 'the proof is not of this entry')
    sys.exit(print(f'OK: entry {index[6:]} of the {size} in {origin}'))
lines = [(file, at, line) for file in sorted(glob.glob(os.path.join(args.folder, 'log-*.jsonl'))) for at, line in enumerate(open(file, 'rb'), 1)]
if not lines: ask.error('there is no log in that folder')
first, digest_name = int(os.path.basename(lines[0][0])[4:16]), 'sm3' if b'"algorithm":"SM3"' in lines[0][2] else 'sha256'
said = [json.loads(line)['unmapped']['clean_exit'] if b'"phase":"statement"' in line and SEAL.fullmatch(line) else {} for *_, line in lines]
notes, subtrees, before, chain, key, how, keys, roots = [read(one) for one in args.checkpoint], [], None, None, '', 'began', [], {}
if first:  # Lines were pruned: a signed statement says what is needed to go on without them.
    start = min([one['first'] for one in said if one.get('statement') == 'pruned' and one['first'] >= first] or [first])
    lines, said, first = lines[start - first:], said[start - first:], start  # A pruning may have been broken off.
    need(pruned := next((one for one in said if (one.get('statement'), one.get('first')) == ('pruned', first)), None), f'{lines[0][0]}, line 1: entry 0: missing')
    subtrees, before, key = [bytes.fromhex(one) for one in pruned['hashes']], pruned['previous'], pruned['key']
for n, (file, at, line) in enumerate(lines, first):
    here, after, seal, where = said[n - first], (said + [{'end': 1}])[n - first + 1], SEAL.fullmatch(line), f'{file}, line {at}: entry {n}:'
    need(seal and digest(seal[1]).hex() == seal[3].decode(), where + (' edited' if line.endswith(b'\n') else ' torn'))
    link, number = json.loads(line)['unmapped']['attestation_list'][0], json.loads(line)['metadata']['sequence']
    need(link['chain_uid'] == (chain := chain or link['chain_uid']), f'{where} of another log')
    is_behind = any(f'"sequence":{n}}},'.encode() in one for *_, one in lines[n - first:]) if number > n else False
    need(number == n, f"{where} {'doubled' if number < n else 'reordered' if is_behind else 'missing'}")
    need(link.get('prev_event', {}).get('fingerprint', {}).get('value') == before, f'{where} unlinked')
    if here.get('statement') in ('began', 'key-replaced'): key, how = here.get('new') or here['key'], here['statement']
    if args.every_signature or here or after or at == 1 or any(f'\n{n + 1}\n' in note for note in notes):
        is_signed = signed(key, seal[1], base64.b64decode(seal[4])) if key else False
        if not is_signed and not args.every_signature: os.execv(sys.executable, [sys.executable, *sys.argv, '--every-signature'])
        need(is_signed, f'{where} wrong key')
    if (key, how) not in keys: keys.append((key, how))  # A key counts that signed a line, not one that is only named.
    if here.get('statement') == 'key-rotated': key, how = here['new'], 'key-rotated'
    before, node, size = seal[3].decode(), digest(b'\0', line[:-1]), n
    while size % 2: node, size = digest(b'\1', subtrees.pop(), node), size // 2
    subtrees, roots[n + 1] = [*subtrees, node], node
    for left in subtrees[-2::-1]: roots[n + 1] = digest(b'\1', left, roots[n + 1])
for origin, size, root in [checkpoint(note, [key, *[one for one, _ in keys], *args.key]) for note in notes]:
    need(origin.startswith(f'clean-exit/log/{chain}'), 'a checkpoint is of another log')
    need(size <= n + 1, f'the tail was cut: a checkpoint is of {size} entries, and there are {n + 1}')
    need(size <= first or roots[size] == root, f'the log was rewritten: its first {size} entries are not those of a checkpoint')
trust = not args.key
for one, how in keys: trust = one in args.key or (trust and how != 'key-replaced')
need(trust, 'its key is not the one that was named, or was replaced without a signature of the one before')
print(f'OK: {len(lines)} entries from {first} on.', '' if notes else 'Nobody knows without --checkpoint whether its end was cut.')
