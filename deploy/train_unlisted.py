#!/usr/bin/env python3
"""Learns what speaks for the name of an organisation that no list has: extractor/lexicon/data/unlisted_names.tsv.

  deploy/train_unlisted.py UNLISTED_READER LEXICON_DIR GOLD_DIR...  > unlisted_names.tsv

An example is a form that the reader weighs in a gold article; it is right if it is a name of an organisation there. Every
article is read twice, the second time with a lexicon that knows no organisation: what is well known teaches what the unknown
looks like, at half the weight. A logistic model is fitted by gradient descent with steps of their own for every feature
(AdaGrad, Duchi et al. 2011) and a quadratic penalty; nothing is random, so the same articles give the same weights. Precision
and recall, of articles left out (in turns of five), go to standard error. Train on texts of ours alone.
"""
import glob
import json
import math
import os
import re
import subprocess
import sys
import tempfile

PENALTY = 1.0
STEPS = 300
RATE = 0.5
FOLDS = 5
KNOWN_WEIGHT = 0.5
LEANING = 0.8  # towards taking a form for a name: the lattice and the events drop some of the wrong ones again
HEADER = """\
# What speaks for a stretch of text as the name of an organisation that no list has: the weights of a logistic model.
# Made by deploy/train_unlisted.py; do not edit by hand.
# feature: see extractor/mentions/unlisted_features.h. weight: added to the score; above 0 it is a name.
feature\tweight"""


def plain(name):
    return re.sub(r"[\s·\-.“”‘’「」『』《》\"']", "", name).lower()


def without_organizations(lexicon, folder):
    for file in os.listdir(lexicon):
        os.symlink(os.path.join(os.path.abspath(lexicon), file), os.path.join(folder, file))
    os.remove(os.path.join(folder, "entities.tsv"))
    with open(os.path.join(lexicon, "entities.tsv"), encoding="utf-8") as rows, \
            open(os.path.join(folder, "entities.tsv"), "w", encoding="utf-8") as kept:
        kept.writelines(row for row in rows if row.startswith("#") or row.split("\t")[1:2] != ["ORGANIZATION"])


def read_examples(reader, lexicon, documents, weight):
    """(article, features, right, weight), one for each form."""
    names = [{plain(name) for entity in document["entities"] if entity["type"] == "ORGANIZATION"
              for name in [entity["name"], *entity.get("aliases", [])]} for document in documents]
    texts = "\f".join(document["article"]["text"].replace("\f", " ") for document in documents)
    output = subprocess.run([reader, lexicon], input=texts.encode(), stdout=subprocess.PIPE, check=True)
    for line in output.stdout.decode().splitlines():
        article, form, *features = line.split("\t")
        yield int(article), tuple(features), plain(form) in names[int(article)], weight


def train(examples):
    rows = {}
    for _, features, right, weight in examples:
        row = rows.setdefault(features, [0.0, 0.0])
        row[0] += weight
        row[1] += weight * right
    names = {name for features in rows for name in features}
    weights, steps = dict.fromkeys(names, 0.0), dict.fromkeys(names, 1e-6)
    for _ in range(STEPS):
        gradient = {name: -PENALTY * weight for name, weight in weights.items()}
        for features, (total, right) in rows.items():
            push = right - total / (1 + math.exp(-score(weights, features)))
            for name in features:
                gradient[name] += push
        for name, slope in gradient.items():
            steps[name] += slope * slope
            weights[name] += RATE * slope / math.sqrt(steps[name])
    return weights


def score(weights, features):
    return sum(weights.get(name, 0.0) for name in features)


def report(examples):
    found = right = wanted = 0
    for fold in range(FOLDS):
        weights = train([e for e in examples if e[0] % FOLDS != fold])
        for article, features, is_name, weight in examples:
            if article % FOLDS != fold or weight != 1:
                continue
            taken = score(weights, features) + LEANING > 0
            found, right, wanted = found + taken, right + (taken and is_name), wanted + is_name
    print(f"{len(examples)} forms; of articles left out {wanted} names, precision {right / max(1, found):.3f}, "
          f"recall {right / max(1, wanted):.3f}", file=sys.stderr)


def main():
    reader, lexicon, *folders = sys.argv[1:]
    files = sorted(file for folder in folders for file in glob.glob(folder + "/*.json"))
    documents = [json.load(open(file, encoding="utf-8")) for file in files]
    with tempfile.TemporaryDirectory() as folder:
        without_organizations(lexicon, folder)
        examples = [*read_examples(reader, lexicon, documents, 1), *read_examples(reader, folder, documents, KNOWN_WEIGHT)]
    report(examples)
    weights = train(examples)
    weights["bias"] += LEANING
    print(HEADER)
    for name, weight in sorted(weights.items()):
        print(f"{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()
