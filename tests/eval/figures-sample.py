#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Draws figures of extract-figures from real news at random, to be judged by hand.

usage: figures-sample.py [-s SEED] [-a ARTICLES] [-k noun|of] [-n COUNT] [COMMAND [ARGUMENT...]]
       figures-sample.py -t SHEET

Takes ARTICLES articles at random, the same number from each source (default 1200 in all), runs COMMAND (default: extract-figures of
build/bin, else of the PATH) on their paragraphs and prints a sheet of figures: number, kind, document, the figure in its context,
its keys; TAB between them and an empty first field for the verdict: + right, anything else what is wrong in a word. Kinds are drawn by the
quota below, so that rare ones are seen too; with -k the figures that hold that key, COUNT of them, whatever their kind.
-t adds up a judged sheet: precision for each kind, and over all weighted by how often each kind occurs (the sheet's # line says).
The data folder is $PHIN_DATA as in figures.py. A sheet holds text of the sources: keep it out of the project.
"""
import collections
import random
import sys

import figures

QUOTA = {'number': 50, 'date': 60, 'money': 30, 'percent': 25, 'measure': 25, 'duration': 28, 'ordinal': 16, 'fraction': 9,
         'multiple': 8, 'time': 10, 'set': 10, 'score': 10, 'phone': 5, 'docref': 9, 'pp': 5}
CONTEXT = 70
SHARE = 4  # figures of one kind that one article may put into the drawing: a list of donations holds thousands


def articles(total, chance):
    """The same number of articles from each source, in random order."""
    sources = collections.defaultdict(list)
    for document in figures.lines(figures.os.path.join(figures.DATA, 'news.jsonl.gz')):
        sources[document['source']].append(document)
    share = total // len(sources)
    for name in sorted(sources):
        chance.shuffle(sources[name])
        yield from sources[name][:share]


def paragraphs(total, chance):
    for document in articles(total, chance):
        for number, text in enumerate(document['text'].split('\n')):
            if text.strip():
                yield {'n': '%s#%d' % (document['id'], number), 'text': text, 'date': figures.iso(document.get('date'))}


def draw(options, command):
    chance = random.Random(options['-s'])
    blocks = {block['n']: block for block in paragraphs(options['-a'], chance)}
    found = figures.extract(list(blocks.values()), command)
    by_article = collections.defaultdict(list)
    for name in blocks:
        for figure in found[name]:
            if not options['-k'] or options['-k'] in figure:
                by_article['all' if options['-k'] else figure['kind'], name.rpartition('#')[0]].append((name, figure))
    by_kind = collections.defaultdict(list)
    for (kind, _), figures_ in by_article.items():
        by_kind[kind] += chance.sample(figures_, min(SHARE, len(figures_)))
    quota = {'all': options['-n']} if options['-k'] else QUOTA
    print('# seed %d, %d articles: %s' % (options['-s'], options['-a'],
                                           ' '.join('%s=%d' % (kind, len(by_kind[kind])) for kind in sorted(by_kind))))
    count = 0
    for kind in quota:
        for name, figure in chance.sample(by_kind[kind], min(quota[kind], len(by_kind[kind]))):
            count += 1
            text = blocks[name]['text']
            before, inside, after = (text[max(0, figure['start'] - CONTEXT):figure['start']],
                                     text[figure['start']:figure['end']], text[figure['end']:figure['end'] + CONTEXT])
            keys = ' '.join('%s=%s' % (k, v) for k, v in figure.items() if k not in ('start', 'end', 'kind'))
            print('\t%d\t%s\t%s %s\t%s\t%s' % (count, figure['kind'], name, blocks[name]['date'] or '-',
                                              ' '.join(('%s⟦%s⟧%s' % (before, inside, after)).split()), keys))


def tally(path):
    right, seen, wrong = collections.Counter(), collections.Counter(), collections.Counter()
    weight = {}
    with open(path, encoding='utf8') as sheet:
        for line in sheet:
            fields = line.rstrip('\n').split('\t')
            if line.startswith('#'):
                weight = {k: int(v) for k, v in (x.split('=') for x in fields[0].split(': ')[-1].split())}
                continue
            seen[fields[2]] += 1
            if fields[0] == '+':
                right[fields[2]] += 1
            else:
                wrong[fields[0]] += 1
    for kind in seen:
        print('%-9s %3d of %3d  %.3f' % (kind, right[kind], seen[kind], right[kind] / seen[kind]))
    print('all       %3d of %3d  %.3f' % (sum(right.values()), sum(seen.values()), sum(right.values()) / sum(seen.values())))
    if set(seen) <= set(weight):
        share = sum(weight[kind] for kind in seen)
        print('weighted by how often each kind occurs: %.3f' %
              (sum(weight[kind] * right[kind] / seen[kind] for kind in seen) / share))
    for reason, count in wrong.most_common():
        print('  %3d %s' % (count, reason))


def main(arguments):
    options = {'-s': 1, '-a': 1200, '-k': '', '-n': 200}
    while arguments and arguments[0].startswith('-') and len(arguments) > 1:
        name = arguments.pop(0)
        if name == '-t':
            tally(arguments[0])
            return 0
        if name not in options:
            print(__doc__.strip(), file=sys.stderr)
            return 2
        options[name] = type(options[name])(arguments.pop(0))
    command = figures.command(arguments)
    if command is None:
        return 2
    if not figures.at_hand('news.jsonl.gz'):
        return 0
    draw(options, command)
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
