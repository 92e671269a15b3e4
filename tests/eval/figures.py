#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores extract-figures on real paragraphs that were annotated by hand.

usage: figures.py [-v] [-o FOLDER] [COMMAND [ARGUMENT...]]

Four sets: figures-news.jsonl, figures-fresh.jsonl and figures-unseen.jsonl beside this script, which hold readings and no text (each
paragraph is a document id, a place in its text, and a SHA-256), and figures-dev.jsonl of the data folder, which holds its text. The
unseen one is for counting only: its differences are not shown, so that nobody tunes the program to them. The data folder is $PHIN_DATA,
by default shared/data beside the project's folder; where it is not at hand the evaluation is skipped. COMMAND (default: extract-figures
of build/bin, else of the PATH) gets each paragraph as a document of one block, with the document's date.

Prints the F1 of exact spans, of span and kind, of span, kind and value (value, from, to, unit), and of all keys (per, mod, change,
part, type, role, calendar too; noun and of are judged by hand), then for each kind. Where the definition leaves a reading open the
annotation says so: a key whose value is "*" may have any value or be absent, a figure with "open": true may be given or not.
-v lists every difference. -o writes gold and system as files of one JSON object a line, for another scorer, without what is open;
both leave the unseen set out.
"""
import collections
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.environ.get('PHIN_DATA') or os.path.join(os.path.dirname(ROOT), 'shared', 'data')
VALUE = ('value', 'from', 'to', 'unit')
UNSEEN = 'unseen'
ALL = VALUE + ('per', 'mod', 'change', 'part', 'type', 'role', 'calendar')
LEVELS = ('span', 'kind', 'value', 'full')


def lines(path):
    opened = gzip.open(path, 'rt', encoding='utf8') if path.endswith('.gz') else open(path, encoding='utf8')
    with opened as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def iso(date):
    """20210423 and 2021-04-23T10:00 as 2021-04-23, None where there is none."""
    date = date or ''
    return '-'.join((date[:4], date[4:6], date[6:8])) if date[:8].isdigit() else date[:10] or None


def without_text(name):
    """The paragraphs of a set without text: cut out of the articles and held against their hashes."""
    wanted = list(lines(os.path.join(HERE, name)))
    ids = {paragraph['id'] for paragraph in wanted}
    texts = {}
    for document in lines(os.path.join(DATA, 'news.jsonl.gz')):
        if document['id'] in ids:
            texts[document['id']] = document['text']
    for paragraph in wanted:
        text = texts.get(paragraph['id'], '')[paragraph['begin']:paragraph['end']]
        if hashlib.sha256(text.encode()).hexdigest() != paragraph['sha256']:
            raise SystemExit('figures.py: %s: not the text that was annotated (%s)' % (paragraph['n'], paragraph['id']))
        paragraph['text'] = text
    return wanted


def escape(text):
    return text.replace('\\', '\\\\').replace('\t', '\\t').replace('\r', '\\r').replace('\n', '\\n')


def unescape(field):
    out, i = [], 0
    while i < len(field):
        if field[i] == '\\' and i + 1 < len(field):
            out.append({'t': '\t', 'n': '\n', 'r': '\r', '\\': '\\'}.get(field[i + 1], field[i + 1]))
            i += 2
        else:
            out.append(field[i])
            i += 1
    return ''.join(out)


def extract(paragraphs, command):
    """What the command reads in the paragraphs: {n: [figure, ...]}, offsets in code points."""
    stream = []
    for paragraph in paragraphs:
        stream.append('%doc\t1\t' + paragraph['n'])
        if paragraph.get('date'):
            stream.append('m\tdate\t' + json.dumps(paragraph['date']))
        stream.append('t\tp\t' + escape(paragraph['text']))
        stream.append('%end')
    run = subprocess.run(command, input='\n'.join(stream).encode() + b'\n', stdout=subprocess.PIPE)
    if run.returncode:
        raise SystemExit('figures.py: %s: exit status %d' % (command[0], run.returncode))
    found = {}
    raw = b''
    name = None
    for line in run.stdout.decode().split('\n'):
        fields = line.split('\t')
        if fields[0] == '%doc':
            name = fields[2]
            found[name] = []
        elif fields[0] == 't':
            raw = unescape(fields[2]).encode()
        elif fields[0] == 'F':
            begin, end = int(fields[1]), int(fields[2])
            surface = raw[begin:end].decode()
            if surface != unescape(fields[3]):
                raise SystemExit('figures.py: %s: offsets %d-%d are not "%s"' % (name, begin, end, fields[3]))
            start = len(raw[:begin].decode())
            figure = {'start': start, 'end': start + len(surface)}
            figure.update(unescape(field).split('=', 1) for field in fields[4:])
            found[name].append(figure)
    return found


def f1(right, gold, system):
    precision = right / system if system else 0.0
    recall = right / gold if gold else 0.0
    return (2 * precision * recall / (precision + recall) if right else 0.0), precision, recall


def agrees(gold, other, keys):
    return all(gold.get(key) == '*' or str(gold.get(key, '')) == str(other.get(key, '')) for key in keys)


def decided(paragraph):
    """The figures of the annotation, without those that the definition leaves open."""
    return [figure for figure in paragraph['figures'] if not figure.get('open')]


def given(paragraph, found):
    """What the program read in the paragraph, {span: figure}, without what it may read or not."""
    spans = {(f['start'], f['end']): f for f in found.get(paragraph['n'], [])}
    for figure in paragraph['figures']:
        if figure.get('open'):
            spans.pop((figure['start'], figure['end']), None)
    return spans


def show(label, paragraph, *figures):
    for figure in figures:
        keys = ' '.join('%s=%s' % (k, v) for k, v in figure.items() if k not in ('start', 'end'))
        print('%-5s %s %d-%d "%s" %s' % (label, paragraph['n'], figure['start'], figure['end'],
                                         paragraph['text'][figure['start']:figure['end']], keys))
        label = '  not'


def score(paragraphs, found, verbose):
    right = collections.Counter()
    gold, system, value = collections.Counter(), collections.Counter(), collections.Counter()
    for paragraph in paragraphs:
        spans = given(paragraph, found)
        system.update(f['kind'] for f in spans.values())
        for figure in decided(paragraph):
            gold[figure['kind']] += 1
            other = spans.pop((figure['start'], figure['end']), None)
            if other is None:
                level = 'MISS'
            else:
                right['span'] += 1
                if other['kind'] != figure['kind']:
                    level = 'KIND'
                else:
                    right['kind'] += 1
                    if not agrees(figure, other, VALUE):
                        level = 'VALUE'
                    else:
                        right['value'] += 1
                        value[figure['kind']] += 1
                        level = '' if agrees(figure, other, ALL) else 'KEYS'
                        right['full'] += not level
            if verbose and level:
                show(level, paragraph, figure, *([other] if other else []))
        for other in spans.values():
            if verbose:
                show('EXTRA', paragraph, other)
    golds, systems = sum(gold.values()), sum(system.values())
    for level in LEVELS:
        print('  %-6s F1 %.4f  P %.4f  R %.4f' % ((level,) + f1(right[level], golds, systems)))
    for kind in sorted(set(gold) | set(system), key=lambda k: -gold[k]):
        print('    %-9s gold %3d  system %3d  value right %3d  F1 %.3f' %
              (kind, gold[kind], system[kind], value[kind], f1(value[kind], gold[kind], system[kind])[0]))


def at_hand(*names):
    """Whether the data folder has these files; says so where it has not."""
    for name in names:
        if not os.path.exists(os.path.join(DATA, name)):
            print('skipped: no %s in the data folder (PHIN_DATA names it)' % name)
            return False
    return True


def command(arguments):
    """The command given, or the extract-figures that was built, or the one on the PATH; None after a message."""
    built = os.path.join(ROOT, 'build', 'bin', 'extract-figures')
    found = arguments or [built if os.path.exists(built) else shutil.which('extract-figures')]
    if found[0] is None:
        print('extract-figures is not built', file=sys.stderr)
        return None
    return found


def write(folder, name, paragraphs, found):
    gold = {p['n']: [{k: v for k, v in f.items() if v != '*'} for f in decided(p)] for p in paragraphs}
    os.makedirs(folder, exist_ok=True)
    for kind, figures in (('gold', gold), ('system', {p['n']: list(given(p, found).values()) for p in paragraphs})):
        with open(os.path.join(folder, '%s-%s.jsonl' % (name, kind)), 'w', encoding='utf8') as file:
            for n, list_ in figures.items():
                file.write(json.dumps({'n': n, 'figures': list_}, ensure_ascii=False) + '\n')


def main(arguments):
    verbose = False
    folder = None
    while arguments and arguments[0].startswith('-'):
        option = arguments.pop(0)
        if option == '-v':
            verbose = True
        elif option == '-o' and arguments:
            folder = arguments.pop(0)
        else:
            print(__doc__.strip(), file=sys.stderr)
            return 2
    if not at_hand('news.jsonl.gz', 'figures-dev.jsonl'):
        return 0
    program = command(arguments)
    if program is None:
        return 2
    sets = (('news', without_text('figures-news.jsonl')), ('fresh', without_text('figures-fresh.jsonl')),
            (UNSEEN, without_text('figures-unseen.jsonl')), ('dev', list(lines(os.path.join(DATA, 'figures-dev.jsonl')))))
    for name, paragraphs in sets:
        found = extract(paragraphs, program)
        print('%s: %d paragraphs, %d figures' % (name, len(paragraphs), sum(len(decided(p)) for p in paragraphs)))
        score(paragraphs, found, verbose and name != UNSEEN)
        if folder and name != UNSEEN:
            write(folder, name, paragraphs, found)
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
