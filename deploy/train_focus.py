#!/usr/bin/env python3
"""Learns which organisation a text means where it does not say: extractor/lexicon/data/focus.tsv.

  deploy/train_focus.py FOCUS_READER LEXICON_DIR GOLD_DIR...  > focus.tsv

An example is a gold event whose organisation is not named in its evidence, a post whose title and holder stand without
its organisation, or the first naming of a unit or product without its owner: the organisations named before it are
the candidates, the gold one is right. A conditional logit is fitted by gradient descent with a quadratic penalty; nothing is
random, so the same articles give the same weights. The accuracy, also of articles left out (in turns of five), goes to
standard error. Train on texts of ours alone.
"""
import glob
import json
import math
import subprocess
import sys

PENALTY = 0.02
STEPS = 400
RATE = 0.5
FOLDS = 5
NAME_LENGTH = 14
JOINTS = "的“《「前原"
HEADER = """\
# What speaks for an organisation as the one a text means where it does not say (副总裁X离职, 公司回应): the weights of a
# conditional logit over the organisations named so far. Made by deploy/train_focus.py; do not edit by hand.
# feature: see extractor/mentions/focus.h. weight: added to a candidate's score; the highest score wins.
feature\tweight"""


def flatten(value):
    return [y for x in value for y in (x if isinstance(x, list) else [x])]


def names_of(entity):
    return {entity["name"], *entity.get("aliases", [])}


def event_places(document, entities):
    """Where events begin whose organisation is not in their evidence, with its names."""
    text = document["article"]["text"]
    for event in document["events"]:
        owners = [entities[o] for o in flatten(event["args"].get("organization", [])) if o in entities]
        names = {name for owner in owners for name in names_of(owner)}
        for evidence in event["evidence"][:1]:
            at = text.find(evidence)
            if len(owners) == 1 and at >= 0 and not any(name in evidence for name in names):
                yield at, names


def relation_places(document, entities):
    """Where titles, units and products stand whose organisation is not named right before them, with its names."""
    text = document["article"]["text"]
    for relation in document["relations"]:
        held, owner = entities.get(relation["from"]), entities.get(relation["to"])
        if held is None or owner is None:
            continue
        if relation["type"] == "POSITION" and relation.get("title"):
            found = [text.find(relation["title"] + name) for name in names_of(held)]
        elif relation["type"] == "PART_OF" and held["type"] in ("UNIT", "PRODUCT"):
            found = [text.find(name) for name in names_of(held)]
        else:
            continue
        at = min((f for f in found if f >= 0), default=-1)
        before = text[max(0, at - NAME_LENGTH):at].rstrip(JOINTS)
        if at >= 0 and not any(before.endswith(name) for name in names_of(owner)):
            yield at, names_of(owner)


def places(document):
    """Byte offsets of places where an organisation is meant and not said, with its names."""
    text = document["article"]["text"]
    entities = {entity["id"]: entity for entity in document["entities"]}
    found = {}
    for at, names in [*event_places(document, entities), *relation_places(document, entities)]:
        found.setdefault(at, names)
    for at in sorted(found):
        yield len(text[:at].encode()), found[at]


def read_examples(reader, lexicon, documents):
    """One list of (features, right) by place, for each article."""
    wanted = [list(places(document)) for document in documents]
    articles = [" ".join(str(offset) for offset, _ in places_) + "\n" + document["article"]["text"]
                for places_, document in zip(wanted, documents)]
    output = subprocess.run([reader, lexicon], input="\f".join(articles).encode(), stdout=subprocess.PIPE, check=True)
    rows = {}
    for line in output.stdout.decode().splitlines():
        number, offset, names, *features = line.split("\t")
        values = {f.split("=")[0]: float(f.split("=")[1]) for f in features}
        rows.setdefault((int(number), int(offset)), []).append((set(names.split("|")), values))
    examples = []
    for number, places_ in enumerate(wanted):
        own = []
        for offset, names in places_:
            candidates = [(values, bool(found & names)) for found, values in rows.get((number, offset), [])]
            if len(candidates) > 1 and any(right for _, right in candidates):
                own.append(candidates)
        examples.append(own)
    return examples


def score(weights, features):
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def train(examples):
    weights = {}
    for _ in range(STEPS):
        gradient = {name: -PENALTY * weight for name, weight in weights.items()}
        for candidates in examples:
            scores = [score(weights, features) for features, _ in candidates]
            top = max(scores)
            odds = [math.exp(s - top) for s in scores]
            total = sum(odds)
            right = sum(o for o, (_, r) in zip(odds, candidates) if r)
            for o, (features, is_right) in zip(odds, candidates):
                push = (o / right if is_right else 0.0) - o / total
                for name, value in features.items():
                    gradient[name] = gradient.get(name, 0.0) + push * value / len(examples)
        for name, slope in gradient.items():
            weights[name] = weights.get(name, 0.0) + RATE * slope
    return weights


def accuracy(weights, examples):
    right = sum(max(candidates, key=lambda c: score(weights, c[0]))[1] for candidates in examples)
    return right / max(1, len(examples))


def main():
    reader, lexicon, *folders = sys.argv[1:]
    files = sorted(file for folder in folders for file in glob.glob(folder + "/*.json"))
    by_article = read_examples(reader, lexicon, [json.load(open(file, encoding="utf-8")) for file in files])
    everything = [example for article in by_article for example in article]
    left_out = []
    for fold in range(FOLDS):
        seen = [e for i, article in enumerate(by_article) if i % FOLDS != fold for e in article]
        held = [e for i, article in enumerate(by_article) if i % FOLDS == fold for e in article]
        left_out.append((accuracy(train(seen), held), len(held)))
    weights = train(everything)
    held_out = sum(a * n for a, n in left_out) / max(1, sum(n for _, n in left_out))
    print(f"{len(files)} articles, {len(everything)} places: {accuracy(weights, everything):.3f} right, "
          f"{held_out:.3f} of articles left out", file=sys.stderr)
    print(HEADER)
    for name, weight in sorted(weights.items()):
        print(f"{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()
