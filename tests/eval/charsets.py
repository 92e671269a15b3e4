#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Charset detection, measured: paragraphs of news encoded into every legacy charset, detected and decoded by from-text.

    tests/eval/charsets.py [--paragraphs N] [--show]

Data: $PHIN_DATA/news.jsonl.gz (default ../shared/data). Encoders: iconv(1) for TCVN, VISCII, CP1258; written down here a
second time for VNI, VPS, BK HCM2, VIQR. Right is what decodes to the paragraph itself. Prints, for each charset and
length, the share that is right, and pooled; then false detections: clean UTF-8, one bad byte in it, French, German and
Spanish in windows-1252.
"""
import argparse
import gzip
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
DATA = os.environ.get('PHIN_DATA', os.path.join(ROOT, '..', 'shared', 'data'))
BIN = os.environ.get('PHIN_BIN', os.path.join(ROOT, 'build', 'bin'))
TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323']
VOWELS = 'aâăeêioôơuưy'
VPS = {'a': '41 61 C1 E1 80 E0 81 E4 82 E3 02 E5', 'â': 'C2 E2 83 C3 84 C0 85 C4 1C C5 03 C6',
       'ă': '88 E6 8D A1 8E A2 8F A3 F0 A4 04 A5', 'e': '45 65 C9 E9 D7 E8 DE C8 FE EB 05 CB',
       'ê': 'CA EA 90 89 93 8A 94 8B 95 CD 06 8C', 'i': '49 69 B4 ED B5 EC B7 CC B8 EF 10 CE',
       'o': '4F 6F B9 F3 BC F2 BD D5 BE F5 11 86', 'ô': 'D4 F4 96 D3 97 D2 98 B0 99 87 12 B6',
       'ơ': 'F7 D6 9D A7 9E A9 9F AA A6 AB 13 AE', 'u': '55 75 DA FA A8 F9 D1 FB AC DB 14 F8',
       'ư': 'D0 DC AD D9 AF D8 B1 BA 1D BB 15 BF', 'y': '59 79 DD 9A B2 FF FD 9B B3 CF 19 9C'}


def forms(vowel):
    """(letter, small, upper) in the order of TONES."""
    return [unicodedata.normalize('NFC', vowel + tone) for tone in TONES]


def vps_map():
    table = {'đ': b'\xc7', 'Đ': b'\xf1'}
    for vowel, codes in VPS.items():
        codes = bytes.fromhex(codes)
        for i, letter in enumerate(forms(vowel)):
            table[letter.upper()], table[letter] = codes[2 * i:2 * i + 1], codes[2 * i + 1:2 * i + 2]
    return table


def two_byte_map(bases, marks, singles):
    """bases: vowel -> (base byte, key of marks); marks: key -> six marks in the order of TONES."""
    table = {}
    for vowel, (base, key) in bases.items():
        for letter, mark in zip(forms(vowel), marks[key]):
            table[letter] = base + mark
            table[letter.upper()] = bytes(b - 0x20 for b in base + mark)
    for letter, byte in singles.items():
        table[letter] = bytes([byte])
        table[letter.upper()] = bytes([byte - 0x20])
    return table


def vni_map():
    plain = [b'', b'\xf9', b'\xf8', b'\xfb', b'\xf5', b'\xef']
    hat = [b'\xe2', b'\xe1', b'\xe0', b'\xe5', b'\xe3', b'\xe4']
    breve = [b'\xea', b'\xe9', b'\xe8', b'\xfa', b'\xfc', b'\xeb']
    bases = {v: (v.encode(), 'plain') for v in 'aeouy'}
    bases.update({'â': (b'a', 'hat'), 'ê': (b'e', 'hat'), 'ô': (b'o', 'hat'), 'ă': (b'a', 'breve'),
                  'ơ': (b'\xf4', 'plain'), 'ư': (b'\xf6', 'plain')})
    singles = {'đ': 0xf1, 'í': 0xed, 'ì': 0xec, 'ỉ': 0xe6, 'ĩ': 0xf3, 'ị': 0xf2, 'ỵ': 0xee}
    return two_byte_map(bases, {'plain': plain, 'hat': hat, 'breve': breve}, singles)


def bkhcm2_map():
    plain = [b'', b'\xe1', b'\xe2', b'\xe3', b'\xe4', b'\xe5']
    hat = [b'', b'\xeb', b'\xec', b'\xed', b'\xee', b'\xe5']
    breve = [b'', b'\xe6', b'\xe7', b'\xe8', b'\xe9', b'\xe5']
    bases = {v: (v.encode(), 'plain') for v in 'aeouy'}
    bases.update({'â': (b'\xea', 'hat'), 'ê': (b'\xef', 'hat'), 'ô': (b'\xf6', 'hat'), 'ă': (b'\xf9', 'breve'),
                  'ơ': (b'\xfa', 'plain'), 'ư': (b'\xfb', 'plain')})
    singles = {'đ': 0xe0, 'í': 0xf1, 'ì': 0xf2, 'ỉ': 0xf3, 'ĩ': 0xf4, 'ị': 0xf5}
    return two_byte_map(bases, {'plain': plain, 'hat': hat, 'breve': breve}, singles)


def by_map(table):
    def encode(text):
        out = []
        for c in text:
            if c in table:
                out.append(table[c])
            elif c < '\x80':
                out.append(c.encode())
            else:
                out.append(c.encode('cp1252') if c in '‘’' else None)
        return b''.join(out) if None not in out else None
    return encode


def viqr(text):
    marks = {'\u0302': '^', '\u0306': '(', '\u031b': '+', '\u0300': '`', '\u0309': '?', '\u0303': '~', '\u0301': "'", '\u0323': '.'}
    out = []
    for c in text:
        if c in 'đĐ':
            out.append('dd' if c == 'đ' else 'DD')
            continue
        base, *rest = unicodedata.normalize('NFD', c)
        rest.sort(key=lambda m: m not in '\u0302\u0306\u031b')
        out.append(base + ''.join(marks.get(m, '?!') for m in rest))
    try:
        return ''.join(out).encode('ascii')
    except UnicodeEncodeError:
        return None


def iconv(name):
    def encode(text):
        done = subprocess.run(['iconv', '-f', 'utf-8', '-t', name], input=text.encode(), capture_output=True)
        return done.stdout if done.returncode == 0 else None
    return encode


def tcvn3(text):
    encode = tcvn3.iconv = getattr(tcvn3, 'iconv', None) or {}
    out = []
    for c in text:
        if c not in encode:
            encode[c] = iconv('TCVN5712-1')(c)
        code = encode[c]
        if code is None or (c >= '\x80' and c.isupper() and len(unicodedata.normalize('NFD', c)) > 1 and c not in 'ÂĂÊÔƠƯ'):
            return None
        out.append(code)
    return b''.join(out)


def cached(encode):
    table = {}

    def encode_text(text):
        out = []
        for c in text:
            if c not in table:
                table[c] = encode(c)
            if table[c] is None:
                return None
            out.append(table[c])
        return b''.join(out)
    return encode_text


CHARSETS = {'tcvn3': tcvn3, 'vni': by_map(vni_map()), 'viscii': cached(iconv('VISCII')), 'vps': by_map(vps_map()),
            'windows-1258': cached(iconv('CP1258')), 'bkhcm2': by_map(bkhcm2_map())}


def paragraphs(count):
    rng = random.Random(1)
    found = []
    with gzip.open(os.path.join(DATA, 'news.jsonl.gz'), 'rt', encoding='utf-8') as lines:
        for line in lines:
            for paragraph in json.loads(line)['text'].split('\n'):
                paragraph = ' '.join(unicodedata.normalize('NFC', paragraph).split())
                if len(paragraph) >= 160 and not re.search('[^\x20-\x7eÀ-ỹ‘’]', paragraph) and is_vietnamese(paragraph):
                    found.append(paragraph)
    return rng.sample(found, min(count, len(found)))


def is_vietnamese(paragraph):
    letters = [c for c in paragraph if c > '\x7f']
    return len(letters) > len(paragraph) / 10


def cut(paragraph, length):
    """Whole words, at least `length` characters."""
    end = paragraph.find(' ', length)
    return paragraph if end < 0 else paragraph[:end]


def decode(documents, options=()):
    """The text that from-text makes of each document."""
    texts = []
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(documents), 500):
            names = []
            for i, document in enumerate(documents[start:start + 500]):
                names.append(os.path.join(folder, '%04d' % i))
                with open(names[-1], 'wb') as file:
                    file.write(document)
            out = subprocess.run([os.path.join(BIN, 'from-text'), '--plain', '--paragraphs=blank', *options, *names],
                                 capture_output=True, check=True).stdout.decode()
            for document in out.split('%end\n')[:-1]:
                blocks = [line.split('\t')[2] for line in document.split('\n') if line.startswith('t\t')]
                texts.append(' '.join(blocks).replace('\\\\', '\\'))
    return texts


def round_trips(found, show):
    totals = {}
    for length in (20, 40, 80, 160):
        for name, encode in CHARSETS.items():
            pairs = [(cut(p, length), encode(cut(p, length))) for p in found]
            pairs = [(p, code) for p, code in pairs if code is not None and any(b >= 0x80 or b < 0x20 for b in code)]
            right = 0
            for (paragraph, code), text in zip(pairs, decode([code for _, code in pairs])):
                if text == paragraph:
                    right += 1
                elif show:
                    print(name, length, repr(paragraph), repr(text))
            print('%-13s %4d  %5d of %5d  %6.2f %%' % (name, length, right, len(pairs), 100 * right / len(pairs)))
            total = totals.setdefault(length, [0, 0])
            total[0] += right
            total[1] += len(pairs)
    for length, (right, count) in totals.items():
        print('%-13s %4d  %5d of %5d  %6.2f %%' % ('pooled', length, right, count, 100 * right / count))


def false_detections(found, show):
    rng = random.Random(2)
    wrong = sum(text != p for p, text in zip(found, decode([p.encode() for p in found])))
    print('clean UTF-8: %d of %d misread' % (wrong, len(found)))
    broken, expected = [], []
    for p in found:
        code = p.encode()
        at = rng.choice([i for i in range(len(code) + 1) if i == len(code) or code[i] & 0xc0 != 0x80])
        bad = bytes([rng.choice((0xff, 0x96, 0xe1, 0xa0))])
        broken.append(code[:at] + bad + code[at:])
        expected.append((code[:at] + bad + code[at:]).decode('utf-8', 'replace'))
    wrong = 0
    for code, e, text in zip(broken, expected, decode(broken)):
        if ' '.join(text.split()) != ' '.join(e.split()):
            wrong += 1
            if show:
                print(repr(code), repr(text))
    print('one bad byte: %d of %d misread' % (wrong, len(broken)))
    viqr_pairs = [(p, viqr(p)) for p in found]
    viqr_pairs = [(p, code) for p, code in viqr_pairs if code and not re.search("[\\\\^+(`~*'dD]", p)]
    right = sum(text == p for (p, _), text in zip(viqr_pairs, decode([c for _, c in viqr_pairs])))
    print('viqr, detected: %d of %d right' % (right, len(viqr_pairs)))
    for name, encode in CHARSETS.items():
        stored = [(p, encode(p)) for p in found]
        stored = [(p, c) for p, c in stored if c]
        texts = decode([c.decode('latin-1').encode() for _, c in stored])
        right = sum(p == text for (p, _), text in zip(stored, texts))
        print('%s stored as UTF-8: %d of %d right' % (name, right, len(stored)))


# Written for this script.
EUROPEAN = {
    'French': ['Le président a déclaré hier à Paris que la réforme des retraites serait présentée à l’été prochain.',
               'Où étiez-vous ? Là-bas, près de la forêt, avec mon frère et sa fiancée, très fatigués.',
               'Élève doué, il a reçu une médaille à l’école ; ça coûte 30 €, c’est déjà ça.',
               'Noël approche : les marchés s’illuminent, la foule se presse, le vin chaud coule à flots.',
               'À bientôt', 'Voilà où ça mène', 'déjà vu à la télé', 'L’hôtel est fermé', 'Il a été là'],
    'German': ['Die Straßen waren überfüllt, für viele Gäste gab es keine Plätze mehr.',
               'Übermorgen fährt der Bürgermeister nach Köln und hält dort eine Rede über größere Städte.',
               'Äpfel, Öl und süße Brötchen', 'Grüß Gott', 'schöne Grüße', 'für Müller'],
    'Spanish': ['El señor Ibáñez llegó mañana temprano a la estación de Málaga, según dijo su tía.',
                '¿Dónde está el niño? ¡Aquí está! Comió piña y bebió café con azúcar.',
                'También habló de la nación', 'José y María', 'allá tú', 'el año próximo', 'más aún'],
    'Portuguese': ['A informação não foi confirmada até às três horas da manhã pela comissão.', 'São João', 'irmã e avó'],
}


def european(show):
    for name, texts in EUROPEAN.items():
        wrong = [(t, d) for t, d in zip(texts, decode([t.encode('cp1252') for t in texts])) if t != d]
        again = [(t, d) for t, d in zip(texts, decode([t.encode() for t in texts])) if t != d]
        print('%s: %d of %d misread, %d as UTF-8' % (name, len(wrong), len(texts), len(again)))
        if show:
            print(wrong, again)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--paragraphs', type=int, default=2000)
    parser.add_argument('--show', action='store_true')
    arguments = parser.parse_args()
    european(arguments.show)
    found = paragraphs(arguments.paragraphs)
    false_detections(found, arguments.show)
    round_trips(found, arguments.show)


if __name__ == '__main__':
    sys.exit(main())
