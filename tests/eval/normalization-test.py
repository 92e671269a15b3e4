#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Unicode's NormalizationTest.txt against normalize: what form C promises, line by line.

    tests/eval/normalization-test.py [/usr/share/unicode/NormalizationTest.txt.bz2]

The file is of Debian's package unicode-data. Every sequence is put through `normalize --tone=keep` between two letters that
nothing combines with. Differences are told by what makes them: other repairs, which are wanted (spaces, invisible
characters, look-alikes, Vietnamese letters whose marks were typed in another order), and anything else, which is an error.
"""
import bz2
import os
import re
import subprocess
import sys
import unicodedata

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
BIN = os.environ.get('PHIN_BIN', os.path.join(ROOT, 'build', 'bin'))
VIETNAMESE = re.compile('[aeiouyAEIOUY][\u0300-\u0303\u0306\u0309\u031b\u0323\u0340\u0341]+')
OTHER = re.compile('[\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\u0085\u00ad]')


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else '/usr/share/unicode/NormalizationTest.txt.bz2'
    opener = bz2.open if path.endswith('.bz2') else open
    sequences, wanted = [], []
    with opener(path, 'rt', encoding='utf-8') as lines:
        for line in lines:
            if line.startswith(('#', '@')) or not line.strip():
                continue
            columns = [''.join(chr(int(c, 16)) for c in column.split()) for column in line.split('#')[0].split(';')[:5]]
            for source, result in ((0, 1), (1, 1), (2, 1), (3, 3), (4, 3)):
                sequences.append(columns[source])
                wanted.append(columns[result])
    text = ''.join('q%s-q\n' % sequence for sequence in sequences)
    out = subprocess.run([os.path.join(BIN, 'normalize'), '--tone=keep', '--from=utf-8', '--plain'], input=text.encode(),
                         capture_output=True, check=True).stdout.decode().split('\n')
    right = others = clusters = 0
    wrong = []
    lines = iter(out)
    for sequence, result in zip(sequences, wanted):
        expected = 'q%s-q' % result
        if OTHER.search(sequence) or OTHER.search(result):
            others += 1
            if '\u2028' in sequence or '\u2029' in sequence or '\u0085' in sequence:
                next(lines)
            next(lines)
            continue
        found = next(lines)
        if found == expected:
            right += 1
        elif VIETNAMESE.search(unicodedata.normalize('NFD', sequence)):
            clusters += 1
        else:
            wrong.append((sequence, expected, found))
    print('%d sequences: %d as form C has them; %d with spaces or invisible characters, which go; %d Vietnamese letters '
          'put together; %d wrong' % (len(sequences), right, others, clusters, len(wrong)))
    for row in wrong[:10]:
        print([' '.join('%04X' % ord(c) for c in column) for column in row])
    return len(wrong) > 0


if __name__ == '__main__':
    sys.exit(main())
