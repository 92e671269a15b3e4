#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Mojibake, measured on articles that a crawl really misread, and on clean ones misread here.

    tests/eval/mojibake.py [--show N]

Data: $PHIN_DATA (default ../shared/data): mojibake.jsonl.gz, news.jsonl.gz. For the first it prints how many documents
have no pattern of mojibake left, and of the words that were damaged how many are Vietnamese syllables afterwards; words
that are none are listed with --show. For the second it misreads clean paragraphs in every way normalize knows and prints
how many come back as they were; and how many clean ones are changed by mistake.
"""
import argparse
import collections
import gzip
import json
import os
import re
import subprocess
import sys
import unicodedata

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
DATA = os.environ.get('PHIN_DATA', os.path.join(ROOT, '..', 'shared', 'data'))
BIN = os.environ.get('PHIN_BIN', os.path.join(ROOT, 'build', 'bin'))
LEFT = re.compile('[ÃÂÄÆÅ][\x80-\xbf]|á[ºº»][\x80-\xbf]|á[º»] |[a-z]Ã|Æ°|Ä[‘ƒ]|â€')
ONSET = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]|'
OPEN = ('iêu|yêu|oai|oao|oay|oeo|uôi|uây|uya|uyu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oe|oi|ôi|ơi|ua|ui|uê|uơ|uy|ưa|ưi|ưu|'
        'a|e|ê|i|o|ô|ơ|u|ư|y')
CLOSED = 'uyê|iê|yê|oa|oă|oe|oo|ôô|uâ|uê|uô|ươ|uy|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y'
SYLLABLE = re.compile('(%s)((%s)|(%s)(ch|ng|nh|[cmnpt]))' % (ONSET, OPEN, CLOSED))
TONES = '\u0300\u0301\u0303\u0309\u0323'


def is_syllable(word):
    word = unicodedata.normalize('NFD', word.lower())
    tones = [c for c in word if c in TONES]
    word = unicodedata.normalize('NFC', ''.join(c for c in word if c not in TONES))
    return len(tones) <= 1 and SYLLABLE.fullmatch(word) is not None


def normalize(texts):
    """Each text as one block through the stream."""
    lines = ''.join(json.dumps({'id': str(i), 'text': text}, ensure_ascii=False) + '\n' for i, text in enumerate(texts))
    env = dict(os.environ)
    out = subprocess.run('"$BIN/from-jsonl" --paragraphs=line | "$BIN/normalize" --tone=keep --stats | "$BIN/to-jsonl"', shell=True,
                         input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**env, 'BIN': BIN})
    sys.stderr.write(out.stderr.decode()[-600:])
    return [json.loads(line)['text'] for line in out.stdout.decode().split('\n') if line]


def real(show):
    with gzip.open(os.path.join(DATA, 'mojibake.jsonl.gz'), 'rt', encoding='utf-8') as lines:
        texts = [json.loads(line)['text'] for line in lines]
    strict = sum(repaired_strictly(text) for text in texts)
    out = normalize(texts)
    clean = sum(not LEFT.search(text) for text in out)
    words = collections.Counter()
    for text in out:
        words.update(re.findall(r'[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*', text))
    count, good = sum(words.values()), sum(n for word, n in words.items() if is_syllable(word))
    print('real: %d documents; the strict way repairs %d; without a pattern left %d (%.1f %%)'
          % (len(out), strict, clean, 100 * clean / len(out)))
    print('words beyond ASCII: %d, syllables %d (%.2f %%)' % (count, good, 100 * good / count))
    if show:
        print([(w, n) for w, n in words.most_common() if not is_syllable(w)][:show])
        left = [text[max(m.start() - 15, 0):m.end() + 15] for text in out for m in LEFT.finditer(text)]
        print(len(left), left[:show])


def repaired_strictly(text):
    try:
        text.encode('latin-1').decode('utf-8')
        return 1
    except UnicodeError:
        return 0


def lossy(text):
    return re.sub('[\xa0 ]+', ' ', text).strip().replace('\xad', '')


def as_cp1252(data):
    return ''.join(bytes([b]).decode('cp1252', 'ignore') or chr(b) for b in data)


def as_cp1258(data):
    text = ''.join(bytes([b]).decode('cp1258', 'ignore') or chr(b) for b in data)
    return text


MISREADINGS = {
    'latin-1': lambda t: t.encode().decode('latin-1'),
    'windows-1252': lambda t: as_cp1252(t.encode()),
    'windows-1252 twice': lambda t: as_cp1252(as_cp1252(t.encode()).encode()),
    'latin-1 twice': lambda t: t.encode().decode('latin-1').encode().decode('latin-1'),
    'windows-1258': lambda t: as_cp1258(t.encode()),
    'MacRoman': lambda t: t.encode().decode('mac-roman'),
    'latin-1, NBSP and soft hyphens lost': lambda t: lossy(t.encode().decode('latin-1')),
    'windows-1252, NBSP and soft hyphens lost': lambda t: lossy(as_cp1252(t.encode())),
}


def invented(show):
    found = []
    with gzip.open(os.path.join(DATA, 'news.jsonl.gz'), 'rt', encoding='utf-8') as lines:
        for line in lines:
            for paragraph in json.loads(line)['text'].split('\n'):
                paragraph = ' '.join(unicodedata.normalize('NFC', paragraph).split())
                if len(paragraph) > 100 and re.search('[\u1ea0-\u1ef9]', paragraph):
                    found.append(paragraph)
    found = found[::max(len(found) // 2000, 1)]
    clean = normalize(found)
    for name, misread in MISREADINGS.items():
        out = normalize([misread(text) for text in found])
        right = sum(a == b for a, b in zip(clean, out))
        words = sum(len(a.split()) for a in clean)
        wrong = sum((collections.Counter(a.split()) - collections.Counter(b.split())).total() for a, b in zip(clean, out))
        print('%-42s %d of %d paragraphs come back; words %.2f %%' % (name, right, len(found), 100 - 100 * wrong / words))
        if show:
            for a, b in [(a, b) for a, b in zip(clean, out) if a != b][:show]:
                print('   ', [(x, y) for x, y in zip(a.split(), b.split()) if x != y][:3])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--show', type=int, default=0)
    arguments = parser.parse_args()
    real(arguments.show)
    invented(min(arguments.show, 5))


if __name__ == '__main__':
    sys.exit(main())
