#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Labels sentences, one a line, with a segmenter of PyPI: label.py pyvi|underthesea <sentences >labelled."""
import sys


def segmenter(name):
    if name == "pyvi":
        from pyvi import ViTokenizer

        return ViTokenizer.tokenize
    from underthesea import word_tokenize

    return lambda sentence: word_tokenize(sentence, format="text")


label = segmenter(sys.argv[1])
for line in sys.stdin:
    print(label(line.rstrip("\n")).replace("\n", " "))
