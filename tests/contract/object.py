#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""object.py SCHEMA <objects: every line is valid by the schema, every offset by the text. With SOURCES (a file of JSON
Lines, id and text), source offsets are held against the text as it came. Exit 1 where something is wrong."""
import json
import sys

import jsonschema

SCHEMA = json.load(open(sys.argv[1], encoding='utf8'))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SOURCES = {}
if len(sys.argv) > 2:
    for line in open(sys.argv[2], encoding='utf8'):
        source = json.loads(line)
        SOURCES[str(source['id'])] = source


def cut(text, start, end, unit):
    if unit == 'byte':
        return text.encode()[start:end].decode()
    if unit == 'utf16':
        return text.encode('utf-16-le')[2 * start:2 * end].decode('utf-16-le')
    return text[start:end]


def length(text, unit):
    return len(text.encode()) if unit == 'byte' else len(text.encode('utf-16-le')) // 2 if unit == 'utf16' else len(text)


def check(o):
    text, unit = o['text'], o.get('offsets', 'codepoint')
    blocks = [cut(text, b['start'], b['end'], unit) for b in o['blocks']]
    assert '\n\n'.join(blocks) == text, 'the blocks are not the text'
    titles = [b for b in o['blocks'] if b['role'] == 'title']
    assert not titles or cut(text, titles[0]['start'], titles[0]['end'], unit) == o['title']
    for a in o['figures'] + o.get('annotations', []):
        assert cut(text, a['start'], a['end'], unit) == a['surface'], a
        if 'sentence' in a:
            s = o['sentences'][a['sentence']]
            assert s['start'] <= a['start'] < s['end'], (a, s)
    for s in o['sentences']:
        sentence = cut(text, s['start'], s['end'], unit)
        if 'words' in s:
            words = [cut(text, start, end, unit) for start, end in s['words']]
            assert ''.join(''.join(words).split()) == ''.join(sentence.split()), s
    source = SOURCES.get(str(o['id']))
    for a in (o['blocks'] + o['sentences'] + o['figures']) if source else []:
        in_title = titles and a['end'] <= titles[0]['end']
        came = source['title' if in_title else 'text']
        assert 0 <= a['source_start'] <= a['source_end'] <= length(came, unit), a
        before = cut(came, a['source_start'], a['source_end'], unit)
        # Where nothing was changed it is the same text; and what was changed has its digits still.
        digits = [[c for c in t if c.isdigit()] for t in (before, cut(text, a['start'], a['end'], unit))]
        assert digits[0] == digits[1], (before, a)


for number, line in enumerate(sys.stdin, 1):
    document = json.loads(line)
    try:
        for error in VALIDATOR.iter_errors(document):
            raise AssertionError('%s at %s' % (error.message[:300], list(error.absolute_path)))
        check(document)
    except AssertionError as error:
        sys.exit('object.py: line %d: %s' % (number, error))
