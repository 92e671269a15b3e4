#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How well dedup finds near duplicates: articles with planted copies of known kinds, and an exact Jaccard similarity of
all pairs as judge. Usage: dedup.py [BIN [DATA]]: the folder of the programs, and news.jsonl.gz and briefs.jsonl.gz."""
import collections
import gzip
import json
import os
import random
import re
import subprocess
import sys
import unicodedata

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
programs = sys.argv[1] if len(sys.argv) > 1 else os.path.join(root, "build/bin")
data = sys.argv[2] if len(sys.argv) > 2 else os.environ.get("PHIN_DATA", os.path.join(root, "..", "shared", "data"))
rng = random.Random(20251125)
THRESHOLD = 0.8
BODY_MIN = 64


def read(name):
    with gzip.open(os.path.join(data, name), "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def words(text):
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())


def shingles(record):
    def of(text):
        found = words(text)
        return {tuple(found[i:i + 3]) for i in range(len(found) - 2)}
    body = of(record["text"])
    return body if len(body) >= BODY_MIN else of(record.get("title", "") + "\n" + record["text"])


def substitute(text, share, pool):
    return re.sub(r"[^\W_]+", lambda m: rng.choice(pool) if rng.random() < share else m.group(), text)


def cut(text, share):
    keep = max(1, int(len(text) * (1 - share)))
    return text[:keep].rsplit(" ", 1)[0]


TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "úy": "uý", "ùy": "uỳ", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ"}
NEW_STYLE = re.compile(r"(?<![qQ])(" + "|".join(TONES) + r")(?!\w)")

# name, what is done to a record, whether it must be found
KINDS = [
    ("copy", lambda r, pool: r["text"], True),
    ("upper case", lambda r, pool: r["text"].upper(), True),
    ("decomposed (NFD)", lambda r, pool: unicodedata.normalize("NFD", r["text"]), True),
    ("new tone style", lambda r, pool: NEW_STYLE.sub(lambda m: TONES[m.group()], r["text"]), True),
    ("other punctuation and layout", lambda r, pool: re.sub(r"\s+", " ", r["text"].replace('"', "”").replace(",", " ,")), True),
    ("other headline", lambda r, pool: r["text"], True),
    ("agency line before and after", lambda r, pool: "(Báo Ví Dụ) - " + r["text"] + "\nNguồn: Báo Ví Dụ", True),
    ("1% of words replaced", lambda r, pool: substitute(r["text"], 0.01, pool), True),
    ("2% of words replaced", lambda r, pool: substitute(r["text"], 0.02, pool), True),
    ("5% of words replaced", lambda r, pool: substitute(r["text"], 0.05, pool), None),
    ("a tenth added at the end", lambda r, pool: r["text"] + "\n" + " ".join(rng.choices(pool, k=len(words(r["text"])) // 10)), True),
    ("a tenth cut off", lambda r, pool: cut(r["text"], 0.1), True),
    ("a quarter cut off", lambda r, pool: cut(r["text"], 0.25), None),
    ("half of it replaced", lambda r, pool: cut(r["text"], 0.5) + " " + " ".join(rng.choices(pool, k=len(words(r["text"])) // 2)), False),
]


def run(records, *options):
    lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records).encode()
    stream = subprocess.run([os.path.join(programs, "from-jsonl")], input=lines, stdout=subprocess.PIPE, check=True).stdout
    report = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"dedup-report.{os.getpid()}")
    subprocess.run([os.path.join(programs, "dedup"), f"--report={report}", *options], input=stream,
                   stdout=subprocess.DEVNULL, check=True)
    with open(report, encoding="utf-8") as rows:
        found = [row.rstrip("\n").split("\t") for row in rows][1:]
    os.unlink(report)
    return {row[0]: (row[1], float(row[2])) for row in found if row[3] in ("exact", "near")}


def jaccard(a, b):
    return len(a & b) / max(1, len(a | b))


def plant(base):
    pool = [w for r in base[:500] for w in words(r["text"])]
    planted = []
    for k, (name, change, must) in enumerate(KINDS):
        for r in rng.sample(base, 300):
            title = f"Tin mới {rng.randrange(10 ** 6)}" if name == "other headline" else r.get("title", "")
            planted.append({"id": f"{k}/{len(planted)}/{r['id']}", "title": title, "text": change(r, pool)})
    rng.shuffle(planted)
    return planted


def main():
    news = [r for r in read("news.jsonl.gz") if len(words(r["text"])) > 80]
    natural = run(news)
    base = [r for r in news if r["id"] not in natural][:3000]
    by_id = {r["id"]: r for r in base}
    planted = plant(base)
    found = run(base + planted)
    rows = collections.OrderedDict((name, [0, 0, 0.0]) for name, _, _ in KINDS)
    true_near, found_near, wrong = 0, 0, 0
    sets = {}
    for p in planted:
        k, _, source = p["id"].split("/", 2)
        row = rows[KINDS[int(k)][0]]
        sets.setdefault(source, shingles(by_id[source]))
        similarity = jaccard(shingles(p), sets[source])
        hit = p["id"] in found
        row[0] += 1
        row[1] += hit
        row[2] += similarity
        true_near += similarity >= THRESHOLD
        found_near += hit and similarity >= THRESHOLD
        if hit and similarity < THRESHOLD - 0.05:
            wrong += 1
    print("| planted | how many | mean similarity | dropped |\n|---|---|---|---|")
    for name, (count, hits, similarity) in rows.items():
        print(f"| {name} | {count} | {similarity / count:.3f} | {100 * hits / count:.1f}% |")
    false = [i for i in found if i in by_id]
    other = [i for i in found if "/" in i and i not in by_id and not found[i][0].endswith(i.split("/", 2)[2])]
    print(f"\nOf {true_near} copies of similarity {THRESHOLD} and more {found_near} were dropped: "
          f"recall {100 * found_near / true_near:.2f}%.")
    print(f"Of {len(found)} documents dropped {wrong} are less similar than {THRESHOLD - 0.05:.2f}, {len(false)} are no "
          f"planted copy, {len(other)} were ascribed to another article than theirs: precision "
          f"{100 * (1 - (wrong + len(false)) / len(found)):.2f}%.")
    all_pairs("The articles themselves", news, natural)
    briefs = read("briefs.jsonl.gz")
    all_pairs("The briefs", briefs, run(briefs))


def all_pairs(name, records, found):
    """Every pair that shares shingles, exactly: which documents have an earlier one of the threshold's similarity?"""
    seen, holders, truth = [], collections.defaultdict(list), {}
    for i, record in enumerate(records):
        own = shingles(record)
        seen.append(own)
        shared = collections.Counter(j for s in own for j in holders[s])
        best = max((n / (len(own) + len(seen[j]) - n) for j, n in shared.most_common(50)), default=0)
        if best >= THRESHOLD and len(own) >= 10:
            truth[record["id"]] = best
        else:
            for s in own:
                holders[s].append(i)
    both = len(truth.keys() & found.keys())
    print(f"\n{name} ({len(records)}): {len(truth)} have an earlier one of similarity {THRESHOLD} and more, {len(found)} "
          f"were dropped, {both} are both.")
    for i in sorted(truth.keys() ^ found.keys()):
        print(f"- {'missed' if i in truth else 'dropped'}: similarity {truth.get(i, 0):.3f}, estimated {found.get(i, ('', 0))[1]:.3f}")


main()
