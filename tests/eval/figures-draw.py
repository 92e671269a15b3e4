#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Draws paragraphs of real news to be annotated, as places and hashes without text.

usage: figures-draw.py SEED NAME

Takes from each source the number of paragraphs that SHARES says, at random, no two of one article and none of an article that
figures-news.jsonl, figures-fresh.jsonl, figures-unseen.jsonl or the data folder's figures-dev.jsonl hold; only lines of 40 to 900
characters that hold a digit or a number word and are not annotated under another article. Prints one JSON object a line, NAME and a
number as its n, its figures empty. The data folder is $PHIN_DATA as in figures.py.
"""
import collections
import hashlib
import json
import os
import random
import re
import sys

import figures

SHARES = {'unc2021': 26, 'vietnamnews2016': 20, 'vietnews-cls': 14, 'vinews-baomoi': 14, 'vntc': 10, 'tdtrinh11': 8, 'nghiatrx': 5, 'vims': 3}
NUMBER = re.compile(r'\d|\b(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|nửa|rưỡi)\b', re.I)


def annotated():
    """The articles and the hashes of paragraphs that have been read already."""
    articles, hashes = set(), set()
    for name in ('figures-news.jsonl', 'figures-fresh.jsonl', 'figures-unseen.jsonl'):
        path = os.path.join(figures.HERE, name)
        for paragraph in figures.lines(path) if os.path.exists(path) else ():
            articles.add(paragraph['id'])
            hashes.add(paragraph['sha256'])
    for paragraph in figures.lines(os.path.join(figures.DATA, 'figures-dev.jsonl')):
        articles.add(paragraph['id'])
        hashes.add(hashlib.sha256(paragraph['text'].encode()).hexdigest())
    return articles, hashes


def places(document, hashes):
    """The paragraphs of an article that may be drawn."""
    begin = 0
    for line in document['text'].split('\n'):
        end = begin + len(line)
        digest = hashlib.sha256(line.encode()).hexdigest()
        if 40 <= len(line) <= 900 and NUMBER.search(line) and digest not in hashes:
            yield {'id': document['id'], 'begin': begin, 'end': end, 'sha256': digest, 'date': figures.iso(document.get('date')), 'figures': []}
        begin = end + 1


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    chance = random.Random(int(arguments[0]))
    articles, hashes = annotated()
    sources = collections.defaultdict(list)
    for document in figures.lines(os.path.join(figures.DATA, 'news.jsonl.gz')):
        if document['id'] not in articles:
            sources[document['source']].append(document)
    count = 0
    for source, share in SHARES.items():
        chance.shuffle(sources[source])
        choices = (list(places(document, hashes)) for document in sources[source])
        for choice in [chance.choice(choice) for choice in choices if choice][:share]:
            print(json.dumps({'n': '%s%03d' % (arguments[1], count), **choice}, ensure_ascii=False))
            count += 1
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
