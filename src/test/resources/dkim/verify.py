"""Verifies the DKIM signatures of the mail in a file as Python's dkimpy does.

Arguments: the mail, then a file with a DNS record for each name of it. Prints the algorithm of each signature and whether it is right.
"""
import sys

import dkim

mail = open(sys.argv[1], "rb").read()
records = dict(argument.split("=", 1) for argument in sys.argv[2:])


def dns(name, timeout=5):
    file = records.get(name.decode().rstrip("."))
    return open(file, "rb").read() if file else None


verifier = dkim.DKIM(mail, minkey=2048)
count = sum(name.lower() == b"dkim-signature" for name, _ in verifier.headers)
for index in range(count):
    try:
        right = verifier.verify(idx=index, dnsfunc=dns)
    except dkim.DKIMException as refused:
        right = refused
    print(verifier.signature_fields[b"a"].decode(), right)
