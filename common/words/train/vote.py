#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""vote.py FIRST SECOND THIRD: FIRST's words, put right by what SECOND and THIRD and FIRST itself elsewhere say.

What one teacher gets wrong where two others agree is mostly a word that its lexicon lacks (tản nhiệt, chiêu trò) or a
slip (tài sản, chính phủ). Judged are stretches between places where all three end a word, whole:

- SECOND and THIRD agree that other syllables belong together ("trên_tài khoản", they say "trên tài_khoản"): theirs.
- They agree on a longer word: theirs, if FIRST has that word elsewhere, if it is a name ("Vũ_Quang Bảo"), or if FIRST
  joins nothing there and case does not change inside. Not theirs: "Long lập_tức", "phát_hiện tại" made one word, where two
  words that overlap run together. Then, and where all three differ, FIRST's words elsewhere decide by how common they
  are: "sự_cố gắng" becomes "sự cố_gắng", for "gắng" alone is rare.
- Where FIRST alone joins more, and where one of the others agrees with it, it keeps its words.

Sentences whose characters differ stay as they are.
"""
import collections
import itertools
import math
import sys

SEEN_ELSEWHERE = 3  # times a word must stand in FIRST to be put where FIRST has none
UNSEEN = (0.1, 0.0001)  # times that what FIRST never has counts for: one syllable, more
LONGEST_STRETCH = 6  # syllables of which every division is tried


def lines(path):
    return open(path, encoding="utf-8")


def ends(line):
    """Where words end, in characters that are no white space."""
    found, at = set(), 0
    for word in line.split():
        at += len(word.replace("_", ""))
        found.add(at)
    return found, at


def is_capital(syllable):
    return any(c.isupper() for c in syllable)


def divide(syllables, ended):
    """The words, each a tuple of syllables; `ended` says of each syllable whether a word ends there."""
    words, begin = [], 0
    for i, end in enumerate(ended, 1):
        if end:
            words.append(tuple(syllables[begin:i]))
            begin = i
    return words


def within(a, b):
    """Whether b ends every word that a ends."""
    return all(y or not x for x, y in zip(a, b))


class Vote:
    def __init__(self, path):
        self.counts = collections.Counter()
        for line in lines(path):
            self.counts.update(line.lower().split())
        self.log_total = math.log(sum(self.counts.values()))

    def seen(self, word):
        return self.counts["_".join(word).lower()]

    def rarity(self, words):
        """Minus the logarithm of how probable the words are, one by one."""
        return sum(self.log_total - math.log(self.seen(word) or UNSEEN[len(word) > 1]) for word in words)

    def commonest(self, syllables, first):
        """The division into words that FIRST has elsewhere, the most probable; FIRST's own if names are among them."""
        count = len(syllables)
        if count > LONGEST_STRETCH or any(map(is_capital, syllables[1:])):
            return first
        divisions = [first]
        for inside in itertools.product((False, True), repeat=count - 1):
            if all(len(word) == 1 or self.seen(word) >= SEEN_ELSEWHERE for word in divide(syllables, inside + (True,))):
                divisions.append(inside + (True,))
        return min(divisions, key=lambda ended: self.rarity(divide(syllables, ended)))

    def may_be_word(self, word, firsts, opens):
        """Whether a word that FIRST lacks here is one; firsts are FIRST's, and opens says that it begins the sentence."""
        if self.seen(word):
            return True
        capitals = list(map(is_capital, word))
        if all(capitals):
            return not any(c.isdigit() for syllable in word for c in syllable)
        if any(capitals[1:] if opens else capitals):
            return False
        return all(len(first) == 1 for first in firsts)

    def are_words(self, syllables, first, theirs, opens):
        """Whether FIRST has what they join elsewhere, or it looks like words."""
        at = 0
        for word in divide(syllables, theirs):
            end = at + len(word)
            if any(first[at : end - 1]) and not self.may_be_word(word, divide(word, first[at:end]), opens and at == 0):
                return False
            at = end
        return True

    def judge(self, syllables, first, second, third, opens):
        if first in (second, third) or second == third and within(first, second):
            return first
        if second != third:
            return self.commonest(syllables, first)
        overlap = not within(second, first)
        if overlap or self.are_words(syllables, first, second, opens):
            return second
        return self.commonest(syllables, first)

    def merge(self, *labelled):
        ends_of = [ends(line) for line in labelled]
        if len({total for _, total in ends_of}) != 1:
            return labelled[0].rstrip("\n")
        syllables = labelled[0].replace("_", " ").split()
        places = list(itertools.accumulate(map(len, syllables)))
        words, begin = [], 0
        for i, place in enumerate(places, 1):
            if not all(place in found for found, _ in ends_of):
                continue
            stretch = syllables[begin:i]
            three = [tuple(p in found for p in places[begin:i]) for found, _ in ends_of]
            opens = begin == 0 or not any(map(str.isalnum, syllables[begin - 1]))
            words += divide(stretch, self.judge(stretch, *three, opens) if len(stretch) > 1 else three[0])
            begin = i
        return " ".join(map("_".join, words))


vote = Vote(sys.argv[1])
for three in zip(*map(lines, sys.argv[1:4])):
    print(vote.merge(*three))
