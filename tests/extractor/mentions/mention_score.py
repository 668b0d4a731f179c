#!/usr/bin/env python3
"""Scores the entities and the facts of appositions that mention_reader finds against gold articles.

  mention_score.py READER DATA_DIR GOLD_FILE... [--misses]

A gold entity counts where its name or an alias occurs in the text; it is found where an entity of the same type has one of
its names. A found entity that no gold entity explains is spurious. One entity for two gold ones is one hit.
"""
import json, os, re, subprocess, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = ["PERSON", "ORGANIZATION", "UNIT", "PRODUCT"]


def traditional_table():
    path = os.path.join(HERE, "../../../../shared/gold/trad.tsv")
    if not os.path.exists(path):
        return {}
    rows = (line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8"))
    table = {}
    for traditional, simplified in rows:
        table.setdefault(traditional, simplified)
    return table


TRADITIONAL = traditional_table()


def norm(text):
    text = "".join(TRADITIONAL.get(c, c) for c in unicodedata.normalize("NFKC", text))
    return re.sub(r"[\s·・•.\-“”‘’「」『』《》\"']", "", text).lower()


def read(reader, data, articles):
    texts = "\f".join(a["article"]["text"].replace("\f", " ") for a in articles)
    out = subprocess.run([reader, data], input=texts.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    results = []
    for block in out.split("\f")[: len(articles)]:
        rows = [line.split("\t") for line in block.split("\n") if line]
        results.append(
            {
                "entities": [
                    {"type": r[2], "names": {norm(n) for n in [r[3]] + r[4].split("|") if n}, "name": r[3],
                     "owner": int(r[5])}
                    for r in rows if r[0] == "entity"
                ],
                "mentions": [r for r in rows if r[0] == "mention"],
                "facts": [r[1:] for r in rows if r[0] == "apposition"],
            }
        )
    return results


class Count:
    def __init__(self):
        self.hit = self.missed = self.spurious = 0

    def line(self, name):
        p = self.hit / max(1, self.hit + self.spurious)
        r = self.hit / max(1, self.hit + self.missed)
        f = 2 * p * r / max(1e-9, p + r)
        return f"{name:14} P {p:.3f}  R {r:.3f}  F1 {f:.3f}   ({self.hit} hit, {self.missed} missed, {self.spurious} spurious)"


def score(articles, results, misses):
    counts = {t: Count() for t in TYPES}
    facts = {t: Count() for t in ["POSITION", "FOUNDER_OF", "MENTOR_OF", "PART_OF"]}
    for gold, found in zip(articles, results):
        text = norm(gold["article"]["text"])
        gold_names = {e["id"]: {norm(n) for n in [e["name"]] + e.get("aliases", [])} for e in gold["entities"]}
        to_gold = {}
        for number, entity in enumerate(found["entities"]):
            same = [g["id"] for g in gold["entities"]
                    if entity["names"] & gold_names[g["id"]] and g["type"] == entity["type"]]
            loose = [g["id"] for g in gold["entities"] if entity["names"] & gold_names[g["id"]]]
            to_gold[number] = (same or loose or [None])[0]
            if not same:
                counts[entity["type"]].spurious += 1
                if misses:
                    why = f" (is {', '.join(loose)})" if loose else ""
                    print(f'{gold["article"]["id"]}: spurious {entity["type"]} {entity["name"]}{why}')
        for g in gold["entities"]:
            if not any(n and n in text for n in gold_names[g["id"]]):
                continue
            if any(e["names"] & gold_names[g["id"]] and e["type"] == g["type"] for e in found["entities"]):
                counts[g["type"]].hit += 1
            else:
                counts[g["type"]].missed += 1
                if misses:
                    print(f'{gold["article"]["id"]}: missed {g["type"]} {g["name"]} {g.get("aliases", [])}')
        score_facts(gold, found, to_gold, facts, misses)
    for t in TYPES:
        print(counts[t].line(t))
    for t, count in facts.items():
        print(count.line(t))


def score_facts(gold, found, to_gold, facts, misses):
    wanted = {(r["type"], r["from"], r["to"]): r for r in gold["relations"]}
    seen = set()
    names = {e["id"]: e["name"] for e in gold["entities"]}
    for kind, start, end, title, former in found["facts"]:
        key = (kind, to_gold[int(start)], to_gold[int(end)])
        if key in seen:
            continue
        seen.add(key)
        if key in wanted:
            facts[kind].hit += not wanted[key].get("optional")
        else:
            facts[kind].spurious += 1
            if misses:
                print(f'{gold["article"]["id"]}: spurious {kind} {found["entities"][int(start)]["name"]} -> '
                      f'{found["entities"][int(end)]["name"]} {title}')
    for key, relation in wanted.items():
        if key not in seen and not relation.get("optional"):
            facts[key[0]].missed += 1
            if misses:
                print(f'{gold["article"]["id"]}: missed {key[0]} {names[key[1]]} -> {names[key[2]]} {relation.get("title")}')


def main():
    misses = "--misses" in sys.argv
    reader, data, *files = [a for a in sys.argv[1:] if a != "--misses"]
    articles = [json.load(open(f, encoding="utf-8")) for f in files]
    score(articles, read(reader, data, articles), misses)


main()
