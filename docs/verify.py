"""Verifies an audit log of Clean Exit, or the proof of one entry, by Python 3 and openssl 3 alone. It ends with 0: intact, 1: not, with the first bad line, 2: it cannot be read.
verify.py FOLDER|FILE... [--key KEY]... [--checkpoint FILE]... [--every-signature]  or  --proof FILE --line FILE --key KEY
The forms: RFC 6962, c2sp.org/{signed-note,tlog-checkpoint,tlog-proof,tlog-policy}."""
import argparse, base64, functools, glob, hashlib, json, os, pathlib, re, subprocess, sys, tempfile
SEAL = re.compile(rb'(.*),"fingerprint":{"algorithm":"(SHA-256|SM3)","algorithm_id":(?:(?<=256","algorithm_id":)3|(?<=SM3","algorithm_id":)99),"value":"([0-9a-f]{64})"},"signatures"'
                  rb':\[{"algorithm":"(?:Ed25519|SM2-SM3)","algorithm_id":99,"value":"([A-Za-z0-9+/]+={0,2})"}\]}\]}}\n')
ask, digest_name, NUMBER, NOTE, VKEY = argparse.ArgumentParser(usage=__doc__), 'sha256', re.compile(rb'"sequence":(\d+)}'), re.compile(b'{"checkpoint":".*"}'), r'\S+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*'
ED25519, SM2 = map(bytes.fromhex, ('302a300506032b6570032100', '3059301306072a8648ce3d020106082a811ccf5501822d034200'))  # before keys in DER
for name in '--key', '--checkpoint', '--proof', '--line', '--every-signature', 'places': ask.add_argument(name, **{'places': {'nargs': '*'}, '--every-signature': {'action': 'store_true'}}.get(name, {'action': 'append', 'default': []}))
sys.excepthook = lambda kind, why, _: os._exit(print('CANNOT BE READ:' if issubclass(kind, OSError) else 'NOT INTACT: it has not the form of one:', why, flush=True) or (2 if issubclass(kind, OSError) else 1))
def need(is_so, what, verdict='NOT INTACT'): is_so or sys.exit(print(f'{verdict}: {what}') or 1)
def digest(*parts): return hashlib.new(digest_name, b''.join(parts)).digest()
def read(file): return open(file, encoding='utf8', newline='').read()
def under(place, *names): return next(filter(None, (sorted(glob.glob(f'{glob.escape(place)}/{one}')) for one in names)), []) if os.path.isdir(place) else [place]
def noted(data): return [json.loads(one)['checkpoint'] for one in NOTE.findall(data)]  # as receivers have them
def keys_in(said):  # a vkey, a file of them, or a tlog-policy
    text = said if re.fullmatch(VKEY, said) else read(said)
    return not re.search(r'^[ \t]*quorum(?![ \t]+none)', text, re.M) and re.findall(rf'^[ \t]*(?:log[ \t]+)?({VKEY})', text, re.M) or ask.error(f'{said} is no key, no file with one, and no tlog-policy with "quorum none"')
def signed(vkey, data, signature):  # by the key in `name+id+base64(type, public key)`
    name, number, key = vkey.split('+', 2)
    key, is_sm = base64.b64decode(key), key.startswith('/')
    with tempfile.TemporaryDirectory() as at:
        for file, text in {'key': SM2 + key[-65:] if is_sm else ED25519 + key[1:], 'data': data, 'sig': signature}.items(): pathlib.Path(at, file).write_bytes(text)
        command = 'openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in data -sigfile sig' + ' -digest sm3 -pkeyopt distid:1234567812345678' * is_sm
        return number == hashlib.sha256(f'{name}\n'.encode() + key).hexdigest()[:8] and subprocess.run(command.split(), cwd=at, capture_output=True).returncode == 0
def checkpoint(note, keys):  # origin, size and root of a note that one of these keys signed
    text, _, signatures = note.rpartition('\n\n')
    for key, value in [(key, value) for name, value in re.findall('^\u2014 (\\S+) (\\S+)$', signatures, re.M) for key in keys if key.startswith(f'{name}+{base64.b64decode(value)[:4].hex()}+')]:
        need(signed(key, f'{text}\n'.encode(), base64.b64decode(value)[4:]), 'the signature of a checkpoint is wrong')
        return text.split('\n')[0], int(text.split('\n')[1]), base64.b64decode(text.split('\n')[2])
    need(False, 'a checkpoint is not signed by a key of this log, nor by one that was named')
args = ask.parse_args()
args.key = [key for said in args.key for key in keys_in(said)]
if args.proof:
    index, hashes, note = re.fullmatch(r'c2sp\.org/tlog-proof@v1\n(?:extra .*\n)?index (\d+)\n((?:\S+\n)*)\n(.*)', read((args.key and args.line and args.proof or ask.error('a proof needs --line and --key'))[0]), re.S).groups()
    (origin, size, root), at, node = checkpoint(note, args.key), int(index), digest(b'\0', read(args.line[0]).rstrip('\n').encode())
    inner = (at ^ (size - 1)).bit_length()  # Above that the way to the root is that of the last entry.
    for level, other in enumerate(map(base64.b64decode, hashes.split())): node = digest(b'\1', *((other, node) if level >= inner or at >> level & 1 else (node, other)))
    need(at < size and len(hashes.split()) == inner + bin(at >> inner).count('1') and node == root, 'the proof is not of this entry')
    sys.exit(print(f'OK: entry {index} of the {size} in {origin}'))
files = [file for place in args.places for file in under(place, 'log-*.jsonl', 'clean-exit-audit-*.jsonl')]
notes = [note for place in args.checkpoint for file in under(place, '*.checkpoint') for note in noted(open(file, 'rb').read()) or [read(file)]]
lines, first = [(file, at, line) for file in files for at, line in enumerate(open(file, 'rb'), 1)] or ask.error('there is no log'), re.search(rb'log-(\d{12})\.jsonl$', files[0].encode())
if not first:  # What receivers have: each entry once, in the order of the log, without their own words.
    found = {whole: place for *place, line in reversed(lines) if SEAL.fullmatch(whole := line[line.rfind(b'{"metadata":{'):].rstrip() + b'\n')}
    logs = {line.split(b'"chain_uid":"')[-1][:36] for line in found}
    log = next((one for one in logs if len(logs) == 1 or any(one in key.encode() for key in args.key)), b'') or ask.error(f'{len(logs)} logs: name the key of the one that you mean')
    notes += [note for note in noted(b''.join(line for *_, line in lines)) if len(logs) == 1 or log in note.encode()]
    lines = sorted(((*found[line], line) for line in found if log in line), key=lambda one: int(NUMBER.search(one[2])[1]))
first, digest_name = int((first or NUMBER.search(lines[0][2]))[1]), 'sm3' if b'"algorithm":"SM3"' in lines[0][2] else 'sha256'
said = [json.loads(line)['unmapped']['clean_exit'] if b'"phase":"statement"' in line and SEAL.fullmatch(line) else {} for *_, line in lines]
subtrees, before, chain, key, how, keys, roots = [], None, None, '', 'began', [], {}
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
    need(number == n, f"{where} {'doubled' if number < n else 'reordered' if number > n and str(n).encode() in NUMBER.findall(b''.join(one for *_, one in lines[n - first:])) else 'missing'}")
    need(link.get('prev_event', {}).get('fingerprint', {}).get('value') == before, f'{where} unlinked')
    if here.get('statement') in ('began', 'key-replaced'): key, how = here.get('new') or here['key'], here['statement']
    is_other = not (args.every_signature or here or after or at == 1 or any(f'\n{n + 1}\n' in note for note in notes))  # The ones before vouch for it.
    need(is_other or key and signed(key, seal[1], base64.b64decode(seal[4])) or not args.every_signature and os.execv(sys.executable, [sys.executable, *sys.argv, '--every-signature']), f'{where} wrong key')
    if (key, how) not in keys: keys.append((key, how))  # A key counts that signed a line, not one that is only named.
    if here.get('statement') == 'key-rotated': key, how = here['new'], 'key-rotated'
    before, node, size = seal[3].decode(), digest(b'\0', line[:-1]), n
    while size % 2: node, size = digest(b'\1', subtrees.pop(), node), size // 2
    roots[n + 1] = functools.reduce(lambda right, left: digest(b'\1', left, right), reversed(subtrees := [*subtrees, node]))
for origin, size, root in (seen := [checkpoint(note, [key, *[one for one, _ in keys], *args.key]) for note in notes]):
    need(origin.startswith(f'clean-exit/log/{chain}'), 'a checkpoint is of another log')
    what = f'the tail was cut: a checkpoint is of {size} entries, and there are {n + 1}' if size > n + 1 else f'the log was rewritten: its first {size} entries are not those of a checkpoint'
    need(size <= first or roots.get(size) == root, what)
why = 'the entries fit each other, but the key that you named has signed none of them' if args.key and not any(one in args.key for one, _ in keys) else 'a key signs that the one before it did not sign: name it by --key if you know why'
need(functools.reduce(lambda was, one: one[0] in args.key or (was and one[1] != 'key-replaced'), keys, not args.key), why, 'NOT ACCEPTED')
print(f'OK: {len(lines)} entries from {first} on.', '' if any(size > first for _, size, _ in seen) else 'Nobody knows without a --checkpoint of them whether their end was cut.')
