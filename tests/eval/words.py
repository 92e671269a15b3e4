#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Words: F1 on character spans, our trainer and its peers side by side.

    tests/eval/words.py dev                 UD dev by a model that was trained without it
    tests/eval/words.py folds               five-fold over UD train and dev
    tests/eval/words.py silver              agreement with RDRsegmenter's news that the model has not seen
    tests/eval/words.py peers               pyvi, underthesea and segment on UD dev (segment has seen it)
    tests/eval/words.py differences N       N random differences between segment and RDRsegmenter, for judging

The treebank is in PHIN_DATA (../shared/data), labelled text in build/words, as `make train` leaves it. Text is given the
spacing of print: marks behind the word before them, brackets for LBKT and RBKT. A word is right if its first and its last
character are those of a word of the treebank; white space does not count.
"""
import importlib
import os
import random
import re
import subprocess
import sys
import tempfile

DATA = os.environ.get("PHIN_DATA", "../shared/data")
UD = {part: f"{DATA}/ud/vi_vtb-ud-{part}.conllu" for part in ("train", "dev")}
WORK = "build/words"
TEXTS = [f"1:{WORK}/silver.txt", f"1:{WORK}/news.txt"]
CLOSERS = {",", ".", ";", ":", "!", "?", ")", "]", "}", "...", "…", "”", "’", "»", "%"}
OPENERS = {"(", "[", "{", "“", "‘", "«"}


def sentences(path):
    """The sentences of a CoNLL-U file, each a list of lines."""
    with open(path, encoding="utf-8") as file:
        return [part.split("\n") for part in file.read().strip().split("\n\n")]


def words_of(sentence):
    columns = [line.split("\t") for line in sentence if line and line[0] != "#"]
    forms = [c[1] for c in columns if c[0].isdigit()]
    return [{"LBKT": "(", "RBKT": ")"}.get(form, form) for form in forms]


def print_spacing(words):
    text, glued, quoted = "", True, False
    for word in words:
        quote = word == '"'
        if not glued and word not in CLOSERS and not (quote and quoted):
            text += " "
        text += word
        glued = word in OPENERS or (quote and not quoted)
        quoted ^= quote
    return text


def spans(words):
    found, at = set(), 0
    for word in words:
        end = at + len(re.sub(r"[\s_]", "", word))
        found.add((at, end))
        at = end
    return found


def f1(gold, system):
    right = sum(len(spans(g) & spans(s)) for g, s in zip(gold, system))
    return 200 * right / (sum(map(len, gold)) + sum(map(len, system)))


def train(gold, test, texts=None):
    """Trains without `test`, holds the model against it; the trainer's last line."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["build/train-words", "--output", f"{folder}/model", "--test", test]
        command += [f"10:{path}" for path in gold] + (texts or TEXTS)
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def segment(lines):
    done = subprocess.run(
        ["build/bin/segment", "--words", "--lines", "--paragraphs=line"],
        input="\n\n".join(lines), stdout=subprocess.PIPE, text=True, check=True)
    return [part.replace("\n", " ").split(" ") for part in re.split(r"\n\n+", done.stdout.strip("\n"))]


def command_dev():
    print(train([UD["train"]], UD["dev"]))


def command_folds():
    every = sentences(UD["train"]) + sentences(UD["dev"])
    random.Random(5).shuffle(every)
    total = []
    with tempfile.TemporaryDirectory() as folder:
        for fold in range(5):
            paths = [f"{folder}/{name}.conllu" for name in ("gold", "test")]
            parts = [[s for i, s in enumerate(every) if (i % 5 == fold) == is_test] for is_test in (False, True)]
            for path, part in zip(paths, parts):
                with open(path, "w", encoding="utf-8") as file:
                    file.write("\n\n".join("\n".join(s) for s in part) + "\n\n")
            line = train([paths[0]], paths[1])
            print(f"fold {fold + 1}: {line.split(': ')[-1]}", flush=True)
            total.append(float(re.search(r"F1 ([\d.]+)", line)[1]))
    print(f"mean F1 {sum(total) / 5:.2f}")


def command_silver():
    with open(f"{WORK}/silver.txt", encoding="utf-8") as file:
        lines = file.readlines()
    with tempfile.TemporaryDirectory() as folder:
        test = [line for i, line in enumerate(lines) if i % 50 == 7]
        unseen = set(test)
        with open(f"{folder}/test.txt", "w", encoding="utf-8") as file:
            file.writelines(test)
        with open(f"{folder}/rest.txt", "w", encoding="utf-8") as file:
            file.writelines(line for line in lines if line not in unseen)
        print(train(list(UD.values()), f"{folder}/test.txt", [f"1:{folder}/rest.txt", f"1:{WORK}/news.txt"]))


def command_peers():
    gold = [words_of(s) for s in sentences(UD["dev"])]
    texts = [print_spacing(words) for words in gold]
    systems = {"segment (trained on it)": segment}
    for name, module, call in (("pyvi", "pyvi.ViTokenizer", lambda m: m.tokenize),
                               ("underthesea", "underthesea", lambda m: lambda t: m.word_tokenize(t, format="text"))):
        try:
            tokenize = call(importlib.import_module(module))
        except ImportError:
            print(f"{name}: not installed")
            continue
        systems[name] = lambda lines, tokenize=tokenize: [tokenize(line).split() for line in lines]
    for name, system in systems.items():
        print(f"{name}: F1 {f1(gold, system(texts)):.2f}", flush=True)


def context(words, begin, end):
    """Our words around these characters."""
    shown, at = [], 0
    for word in words:
        length = len(re.sub(r"[\s_]", "", word))
        if at + length > begin - 12 and at < end + 12:
            shown.append(word)
        at += length
    return " ".join(shown)


def command_differences(count="100"):
    with open(f"{WORK}/silver.rdr", encoding="utf-8") as file:
        lines = random.Random(1).sample(file.readlines(), 20000)
    found = []
    texts = [print_spacing([w.replace("_", " ") for w in line.split()]) for line in lines]
    for line, ours in zip(lines, segment(texts)):
        theirs = line.split()
        mine = spans(ours)
        at = 0
        for word in theirs:
            end = at + len(word.replace("_", ""))
            if (at, end) not in mine and re.fullmatch(r"[^\W\d_]+(_[^\W\d_]+)+", word):
                found.append(f"{word}\t{context(ours, at, end)}")
            at = end
    for difference in random.Random(2).sample(found, min(int(count), len(found))):
        print(difference)


if __name__ == "__main__":
    if len(sys.argv) < 2 or f"command_{sys.argv[1]}" not in globals():
        sys.exit(__doc__)
    globals()[f"command_{sys.argv[1]}"](*sys.argv[2:])
