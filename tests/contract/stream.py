#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""phin-stream(5) once more, in another language and by another way, to hold the programs against.

stream.py random SEED COUNT     writes COUNT documents of everything that may stand in the stream
stream.py check                 reads a stream and says where it is not what phin-stream(5) says; exit 1
stream.py survive IN OUT [drops]  whatever no filter knows must have come through: records and keys of other types, all of
                                them, in order; with `drops`, of those documents that are left
stream.py canonical             what `to-jsonl | from-jsonl` gives back, by from-jsonl(1): the known metadata first, warnings
                                and records of other types last, without alignment
stream.py fold, stream.py unfold
"""
import itertools
import random
import re
import sys

ESCAPES = {'t': b'\t', 'n': b'\n', 'r': b'\r', '\\': b'\\'}
OURS = (b'S', b'F', b'A')


def escape(text):
    out = bytearray()
    for byte in text:
        if byte == 0x5c:
            out += b'\\\\'
        elif byte in b'\t\n\r':
            out += {9: b'\\t', 10: b'\\n', 13: b'\\r'}[byte]
        elif byte < 0x20:
            out += b'\\x%02x' % byte
        else:
            out.append(byte)
    return bytes(out)


def unescape(field):
    out, at = bytearray(), 0
    while at < len(field):
        if field[at:at + 1] != b'\\':
            out += field[at:at + 1]
            at += 1
            continue
        letter = field[at + 1:at + 2].decode('latin-1')
        if letter in ESCAPES:
            out += ESCAPES[letter]
            at += 2
        elif re.fullmatch(rb'x[0-9a-fA-F]{2}', field[at + 1:at + 4]):
            out.append(int(field[at + 2:at + 4], 16))
            at += 4
        else:
            raise ValueError('unknown escape in %r' % field)
    return bytes(out)


def documents(lines):
    """Yields lists of records, of either form."""
    document = None
    for line in lines:
        for record in line.rstrip(b'\n').split(b'\x1e'):
            if record.startswith(b'%doc\t'):
                if document is not None:
                    raise ValueError('a %doc inside of a document')
                document = []
            if document is None:
                raise ValueError('a record outside of any document: %r' % record[:60])
            document.append(record)
            if record == b'%end':
                yield document
                document = None
    if document is not None:
        raise ValueError('the input ends inside of a document')


def check_annotation(fields, text, previous):
    begin, end = int(fields[1]), int(fields[2])
    if not begin <= end <= len(text) or unescape(fields[3]) != text[begin:end]:
        raise ValueError('%r is not what stands at its offsets' % fields)
    text[begin:end].decode()
    if previous and (begin, -end) < previous:
        raise ValueError('%r is out of order' % fields)
    return begin, -end


def check_document(records):
    text = previous = None
    error = any(r.startswith(b'e\terror\t') for r in records)
    for record in records:
        record.decode()
        if re.search(rb'[\x00-\x08\x0a-\x1f]', record):
            raise ValueError('a control byte in %r' % record)
        fields = record.split(b'\t')
        if fields[0] == b'm' and text is not None:
            raise ValueError('metadata behind a block: %r' % record)
        if fields[0] == b't':
            text, previous = unescape(fields[2]), None
        elif re.match(rb'[A-Z]', fields[0]) and not error:
            previous = check_annotation(fields, text, previous)
            if fields[0] == b'A' and not any(re.fullmatch(rb'src=\d+-\d+', k) for k in fields[4:]):
                raise ValueError('%r says not where it was' % record)


def check(stream):
    for document in documents(stream):
        check_document(document)


def essence(document):
    """What no filter may touch."""
    out = []
    for record in document:
        fields = record.split(b'\t')
        if fields[0] in (b'%doc', b'%end', b'm') or not re.fullmatch(rb'[A-Zte]|[A-Z]\w*', fields[0]):
            out.append(record)
        elif fields[0] == b't':
            out.append(b'\t'.join([fields[0], fields[1]] + fields[3:]))
        elif fields[0] not in OURS and fields[0] != b'e':
            out.append(b'\t'.join(fields[:1] + [f for f in fields[4:] if not f.startswith(b'words=')]))
    return out


def canonical(document):
    """The document as it comes back from JSON."""
    metas = [r for r in document if r.startswith(b'm\t')]
    top = []
    for key in (b'date', b'title', b'url', b'source'):
        top += [r for r in metas if r.split(b'\t')[1] == key][:1]
    out = [document[0]] + top + [m for m in metas if not any(m is t for t in top)]
    block, rest = [], [r for r in document if r.startswith(b'e\twarning')]

    def place(record):
        fields = record.split(b'\t')
        kind = {b'S': 0, b'F': 1}.get(fields[0], 2)
        return int(fields[1]), -int(fields[2]), kind > 0, kind

    for record in document[1:]:
        fields = record.split(b'\t')
        if fields[0] == b't':
            out += sorted(block, key=place)
            out.append(b'\t'.join(f for f in fields if not f.startswith(b'at=')))
            block = []
        elif re.match(rb'[A-Z]', fields[0]):
            block += [record] if fields[0] != b'A' else []
        elif fields[0] not in (b'm', b'e', b'%end'):
            rest.append(record)
    return out + sorted(block, key=place) + rest + [b'%end']


def in_any_order(records):
    """Annotations that follow one another, sorted: two that an edit widened may begin together, the longer one first."""
    is_annotation = [record[:1].isupper() for record in records]
    for run, group in itertools.groupby(range(len(records)), lambda i: is_annotation[i]):
        group = [records[i] for i in group]
        yield from sorted(group) if run else group


def survive(before, after, drops):
    left = {document[0]: list(in_any_order(essence(document))) for document in documents(after)}
    for document in documents(before):
        if document[0] not in left and drops:
            continue
        for expected, found in zip(in_any_order(essence(document)), left.get(document[0], [])):
            if expected != found:
                raise ValueError('%r became %r' % (expected, found))
        if len(left.get(document[0], [])) != len(essence(document)):
            raise ValueError('records of %r are missing' % document[0])


SYLLABLES = ('Phường có 91 tổ chức Đảng, Thu ngân sách gần 340 tỷ đồng. Tỷ lệ đúng hạn trên 98%! Ngày 26-9 «ế» 😀 '
             'TP. Hồ Chí Minh? hoà\u200b \u00a0ti\u0301nh &amp; \\ \t x').split(' ')
ODD = ['\x00', '\x01', '\x1e', '\x7f', '\u0085', '\ufeff', '\n', '\r', '\t', '\\', '\u2028', '\U0010ffff', 'e\u0302\u0323']


def random_text(rng, most=30):
    words = [rng.choice(SYLLABLES) for _ in range(rng.randrange(most))]
    if rng.random() < 0.2:
        words.insert(rng.randrange(len(words) + 1), rng.choice(ODD))
    return ' '.join(words)


def random_annotations(rng, text):
    borders = [0]
    for character in text:
        borders.append(borders[-1] + len(character.encode()))
    raw, spans = text.encode(), []
    for _ in range(rng.randrange(6)):
        begin, end = sorted(rng.choice(borders) for _ in range(2))
        spans.append((begin, end, rng.choice(['S', 'F', 'X', 'Note', 'E'])))
    for begin, end, kind in sorted(spans, key=lambda s: (s[0], -s[1], s[2] != 'S')):
        keys = ['kind=number', 'value=%d' % rng.randrange(1000), 'x-%d=%s' % (rng.randrange(9), random_text(rng, 3)), 'flag']
        keys = [k for k in keys if rng.random() < 0.5]
        yield b'\t'.join([kind.encode(), b'%d' % begin, b'%d' % end, escape(raw[begin:end])] + [escape(k.encode()) for k in keys])


def random_document(rng, number):
    yield b'%%doc\t1\t%s' % escape(('%d/%s' % (number, random_text(rng, 3))).encode())
    values = ['12.50', '"x\\u0000y"', 'null', '[1e400,{"a":"\\\\"}]', '-0', '"2025-09-26"', '123456789012345678901234567890']
    for key in rng.sample(['date', 'url', 'source', 'views', 'tags', 'một khoá', 'a\tb'], rng.randrange(6)):
        yield b'm\t%s\t%s' % (escape(key.encode()), escape(rng.choice(values).encode()))
    for block in range(rng.randrange(5)):
        role = 'title' if block == 0 and rng.random() < 0.5 else rng.choice(['p', 'h', 'li', 'caption', 'quote'])
        text = random_text(rng)
        keys = ['level=%d' % rng.randrange(9)] if rng.random() < 0.2 else []
        yield b'\t'.join([b't', role.encode(), escape(text.encode())] + [k.encode() for k in keys])
        yield from random_annotations(rng, text)
    if rng.random() < 0.2:
        yield b'x-later\tnobody knows\t%d' % number
    if rng.random() < 0.2:
        yield b'e\twarning\tsome-stage\tsome-code\tsome place\t%s' % escape(random_text(rng, 5).encode())
    yield b'%end'


def main(arguments):
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    if arguments[:1] == ['random']:
        rng = random.Random(int(arguments[1]))
        for number in range(int(arguments[2])):
            for record in random_document(rng, number):
                sink.write(record + b'\n')
    elif arguments == ['fold']:
        for line in source:
            sink.write(line if line == b'%end\n' else line.replace(b'\n', b'\x1e'))
    elif arguments == ['canonical']:
        for document in documents(source):
            sink.write(b''.join(record + b'\n' for record in canonical(document)))
    elif arguments == ['unfold']:
        sink.write(source.read().replace(b'\x1e', b'\n'))
    else:
        try:
            if arguments == ['check']:
                check(source)
            else:
                with open(arguments[1], 'rb') as before, open(arguments[2], 'rb') as after:
                    survive(before, after, 'drops' in arguments[3:])
        except (ValueError, UnicodeDecodeError) as error:
            sys.exit('stream.py: %s' % error)


main(sys.argv[1:])
