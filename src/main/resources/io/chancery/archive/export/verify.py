#!/usr/bin/env python3
"""Verifies exports of a Chancery archive by README.txt in them, of up to 4 GiB: verify.py KEY EXPORT.zip [EXPORT.zip ...]
KEY is the public key or a file with it. Prints OK or BAD and what does not hold; exit code 0 if all hold, 1 if not, 2 usage."""
import base64, functools, hashlib, hmac, json, os, re, struct, sys, uuid, zlib
from datetime import datetime, timedelta
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519, RFC 8032 §5.1; points are (x, y, z, xy/z)
D = -121665 * pow(121666, P - 2, P) % P
def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    x, y, z, t = f - e, h - g, h + g, f + e
    return x * y % P, t * z % P, y * z % P, x * t % P
def times(n, a): return (add(times(n >> 1, add(a, a)), a) if n & 1 else times(n >> 1, add(a, a))) if n else (0, 1, 1, 0)
def point(data):
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    need(y < P and (x * x - square) % P == 0 and (x or not sign), "no point of the curve")
    return (x, y, 1, x * y % P) if x & 1 == sign else (P - x, y, 1, -x * y % P)
@functools.lru_cache(None)
def signed(signature, text, key):
    r, s = point(signature[:32]), int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    one, other = times(s, point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))), add(r, times(k, point(key)))
    return len(signature) == 64 and s < L and all((one[i] * other[2] - other[i] * one[2]) % P == 0 for i in (0, 1))
def need(holds, why):
    if not holds: raise ValueError(why)
sha = lambda data: hashlib.sha256(data).digest()
node = lambda left, right: sha(b"\1" + left + right)
uid = lambda text: uuid.UUID(text).bytes
lines = lambda data: data.decode().split("\n")[:-1]
def unhex(text):
    return bytes.fromhex(text) if re.fullmatch("[0-9a-f]{64}", text) else need(False, "it is no hash: " + text)
def unbase(text):
    return data if base64.b64encode(data := base64.b64decode(text, validate=True)).decode() == text else need(False, "no Base64")
def signed_text(note, name, key):
    text, gap, below = note.rpartition("\n\n")
    need(gap and re.fullmatch(r"(— [^\s+]+ [A-Za-z0-9+/=]+\n)+", below), "it is no note with signatures")
    signatures = [(line.split(" ")[1], unbase(line.split(" ")[2])) for line in below[:-1].split("\n")]
    own = [bits[4:] for by, bits in signatures if by == name and bits[:4] == sha(name.encode() + b"\n\1" + key)[:4]]
    need(own and all(signed(one, (text + "\n").encode(), key) for one in own), "it is not signed with the key")
    return text + "\n"
def climb(fn, sn, path):
    for beside in path:  # RFC 9162 §2.1.3.2 and §2.1.4.2
        need(sn, "the proof is too long")
        left = fn & 1 or fn == sn
        yield beside, left
        while left and not fn & 1 and fn: fn, sn = fn >> 1, sn >> 1
        fn, sn = fn >> 1, sn >> 1
    need(sn == 0, "the proof is too short")
def consistent(earlier, first, later, second, path):
    need(0 < earlier < later and path, "there is no proof")
    fn, sn, path = earlier - 1, later - 1, [first] + path if earlier & (earlier - 1) == 0 else path
    while fn & 1: fn, sn = fn >> 1, sn >> 1
    before = after = path[0]
    for beside, left in climb(fn, sn, path[1:]):
        before, after = (node(beside, before), node(beside, after)) if left else (before, node(after, beside))
    need(before == first and after == second, "the tree is not the earlier one with more leaves")
def files(data):
    found, table, at, before = {}, bytearray(), 0, ""
    while data[at:at + 4] == b"PK\3\4":
        crc, size, _, length = struct.unpack_from("<IIIH", data, at + 14)
        start, name = at + 30 + length, data[at + 30:at + 30 + length].decode("latin-1")
        need(re.fullmatch(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)*", name, re.A) and name > before, "ZIP: %r" % name)
        head = struct.pack("<HHHHHIIIHH", 10, 0x800, 0, 0, 33, crc, size, size, length, 0)
        found[name] = content = data[start:start + size]
        tidy = data[at:start] == b"PK\3\4" + head + name.encode() and len(content) == size
        need(tidy and zlib.crc32(content) == crc, "ZIP: " + name + ", or what is before it")
        table += b"PK\1\2\n\0" + head + struct.pack("<HHHII", 0, 0, 0, 0, at) + name.encode()
        at, before = start + size, name
    table += struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, len(found), len(found), len(table), at, 0)
    need(data[at:] == table, "ZIP: its table of contents, or what comes after " + before)
    return found
def manifest(found, name, key):
    said = found["manifest.json"].decode()
    first, *listed, own, end, rest = said.split("\n")
    there = ['{"name":"%s","size":%d,"sha256":"%s"},' % (one, len(content), sha(content).hex())
             for one, content in found.items() if not re.fullmatch(r"manifest\.(json|note)", one)]
    form = re.fullmatch(r'\{"format":"(chancery-export-1)","id":"([0-9a-f-]{36})","files":\[', first)
    need(form and [own, end, rest] == ['{"name":"manifest.json"}', "]}", ""], "it has another form")
    text = "%s\n%s\n%s\n" % (*form.groups(), sha(said.encode()).hex())
    need(signed_text(found["manifest.note"].decode(), name, key) == text, "it is not what was signed")
    need(listed == there, "it differs from what is there: %s" % (set(listed) ^ set(there) or "the order"))
def checkpoint(line, before, name, key):
    text, path = signed_text(line["note"], name, key).split("\n"), [unhex(one) for one in line["consistency"]]
    named = text[3:-1 - (text[-2][:6] == "seals ")]
    need(len(text) >= 4 and len(named) <= 2 and bool(named) == (line["no"] > 1) and text[0] == name, "it has another form")
    at = {"no": line["no"], "size": int(text[1]), "root": unbase(text[2]), "names": ["previous " + sha(line["note"].encode()).hex()]}
    if "timeStamp" in line: at["names"] += ["previous-timestamp " + sha(unbase(line["timeStamp"])).hex()]
    if before is None: return need(not path, "what it goes on from is missing") or at
    consistent(before["size"], before["root"], at["size"], at["root"], path)
    return need(at["no"] > before["no"] + (named != before["names"]), "it names another one as the one before") or at
def field(value):
    if value is None: return b"\xff" * 4
    if isinstance(value, list): return struct.pack(">I", len(value)) + b"".join(field(str(one)) for one in value)
    entries = sorted((key.encode(), field(text)) for key, text in value.items()) if isinstance(value, dict) else []
    if isinstance(value, dict): return struct.pack(">I", len(value)) + b"".join(field(key) + text for key, text in entries)
    data = value.encode() if isinstance(value, str) else struct.pack(">q", value) if isinstance(value, int) else value
    return struct.pack(">I", len(data)) + data
def commitment(key, *fields): return hmac.new(key, b"".join(map(field, fields)), "sha256").digest()
instant = lambda text: (datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ") - datetime(1970, 1, 1)) // timedelta(microseconds=1)
def row(line, folder, found, last):
    leaf, delivery, kind = line["leaf"], folder.split("/")[1], line["leaf"]["kind"]
    committed, stored = unhex(leaf["commitment"]), unhex(leaf["storedSha256"]) if kind == "D" else b""
    data = kind.encode() + struct.pack(">Q16sB", int(leaf["transaction"]), uid(leaf["id"]), leaf["part"]) + stored + committed
    climbed = sha(b"\0" + data)
    for beside, left in climb(line["position"], last["size"] - 1, [unhex(one) for one in line["path"]]):
        climbed = node(beside, climbed) if left else node(climbed, beside)
    need(0 <= line["position"] < last["size"] and climbed == last["root"], "it is not in the log")
    need(kind != "D" or leaf["id"] == delivery, "it is of another delivery")
    if "key" not in line: return need(not {"event", "document", "deletion"} & set(line), "it cannot be proven") or []
    key, said = unhex(line["key"]), line[{"E": "event", "D": "document", "X": "deletion"}[kind]]
    ids = [uid(leaf["id"]), uid(delivery)]
    if kind == "E": fields = ["event", *ids, instant(said["at"]), *map(said.get, ("kind", "attempt", "reason", "detail"))]
    if kind == "X":
        gone = map(said["deleted"].get, ("documentClass", "channel", "rule", "keptUntil", "events", "parts"))
        ids += [uid(said["deleted"]["message"]), uid(said["expiry"])]
        fields = ["deletion", *ids, *gone, said["proposedBy"], said["approvedBy"], instant(said["deletedAt"])]
    if kind != "D": return need(commitment(key, *fields) == committed, "it is not what was committed to") or []
    names = [folder + said["file"], folder + said["contextFile"]]
    fields = ["document", uid(delivery), leaf["part"], uid(said["customer"]), said["mediaType"], len(found[names[0]]), stored,
              unhex(said["storedContextSha256"]), commitment(key, "clear", *[sha(found[one]) for one in names])]
    fits = commitment(key, *fields, instant(said["archivedAt"])) == committed
    return names if fits else need(False, "it is not what was committed to, or " + " or ".join(names))
def verify(path, name, key):
    bad, last, proven = [], None, set()
    def check(subject, work, *arguments):
        try: return work(*arguments)
        except Exception as e: bad.append("%s: %s" % (subject, e or type(e).__name__))
    with open(path, "rb") as file: found = check(path, files, file.read())
    if found is None: return bad
    check("manifest.json", manifest, found, name, key)
    every = lambda one: enumerate(check(one, lambda: lines(found[one])) or [], 1)
    for no, line in every("log/checkpoints.ndjson"):
        last = check("log/checkpoints.ndjson, line %d" % no, lambda: checkpoint(json.loads(line), last, name, key))
    for one in [one for one in found if last and one.endswith("/rows.ndjson")]:
        for no, line in every(one):
            proves = check("%s, line %d" % (one, no), lambda: row(json.loads(line), one[:-11], found, last))
            proven.update(proves or [])
    told = re.compile("[^/]+|(check|log)/.*|deliveries/[^/]+/(rows.ndjson|delivery.json)")
    bad += [one + ": it belongs to no row" for one in found if last and one not in proven and not told.fullmatch(one)]
    return bad + ([] if last else ["log/checkpoints.ndjson: no checkpoint holds"])
if __name__ == "__main__":
    if len(sys.argv) < 3: sys.exit(__doc__)
    text = open(sys.argv[1]).read() if os.path.exists(sys.argv[1]) else sys.argv[1]
    name, _, key = text.strip().split("+", 2)
    results = [(path, verify(path, name, unbase(key)[1:])) for path in sys.argv[2:]]
    for path, bad in results: print("BAD" if bad else "OK", path, *bad, sep="\n    " if bad else " ")
    sys.exit(any(bad for _, bad in results))
