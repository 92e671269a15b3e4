#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""vote.py FIRST SECOND THIRD: FIRST's words, but where both others agree on words that FIRST lacks, theirs.

What one teacher gets wrong where two others agree is mostly a word that its lexicon lacks (tản nhiệt, chiêu trò) or a
slip (tài sản, chính phủ): of such places in UD_Vietnamese-VTB train the two are right more often than chance would have
it. Judged are stretches between places where all three end a word, whole ("sự_cố gắng" becomes "sự cố_gắng", not one word
of three syllables). Where FIRST alone joins more it keeps its words. Sentences whose characters differ stay as they are.
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
    ends_of = [ends(line) for line in (first, second, third)]
    if len({total for _, total in ends_of}) != 1:
        return first.rstrip("\n")
    kept, at = set(), 0
    first_ends, second_ends, third_ends = (found for found, _ in ends_of)
    common = first_ends & second_ends & third_ends
    lists = [sorted(found) for found in (first_ends, second_ends, third_ends)]
    places = [0, 0, 0]
    for end in sorted(common):
        parts = []
        for which in range(3):
            start = places[which]
            places[which] = lists[which].index(end, start) + 1
            parts.append(lists[which][start : places[which]])
        theirs = parts[1] == parts[2] and not set(parts[0]) <= set(parts[1])
        kept.update(parts[1] if theirs else parts[0])
    out = []
    for syllable in first.replace("_", " ").split():
        at += len(syllable)
        out += [syllable, " " if at in kept else "_"]
    return "".join(out[:-1])


for lines in zip(*(open(path, encoding="utf-8") for path in sys.argv[1:4])):
    print(merge(*lines))
