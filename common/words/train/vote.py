#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""vote.py FIRST SECOND THIRD: FIRST's words, but syllables that it parts and both others join are joined.

What one teacher gets wrong where two others agree is mostly a word that its lexicon lacks (tản nhiệt, chiêu trò) or a
slip (tài sản, chính phủ): of such places in UD_Vietnamese-VTB train the two are right more often than chance would have
it, and a model trained so is better on the treebank's other half. Sentences whose characters differ stay as they are.
"""
import sys


def ends(line):
    """Where words end, in characters that are no white space."""
    found, at = set(), 0
    for word in line.split():
        at += len(word.replace("_", ""))
        found.add(at)
    return found, at


def merge(first, second, third):
    (second_ends, second_len), (third_ends, third_len) = ends(second), ends(third)
    words = first.split()
    total = sum(len(word.replace("_", "")) for word in words)
    if total != second_len or total != third_len:
        return first.rstrip("\n")
    out, at = [], 0
    for word in words:
        at += len(word.replace("_", ""))
        out.append(word)
        out.append(" " if at in second_ends or at in third_ends else "_")
    return "".join(out[:-1])


for lines in zip(*(open(path, encoding="utf-8") for path in sys.argv[1:4])):
    print(merge(*lines))
