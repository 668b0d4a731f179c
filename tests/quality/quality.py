"""Scores the extraction over annotated articles, prints the table and fails where a figure lies under its floor.

quality.py [--misses] [--only NAME] [SET …]

SET …         folders of annotated articles, or .jsonl files; none: the ones here, and ../shared/gold/dev where it is, held to
              floor.tsv
--misses      also every missed, wrong and spurious event and relation, with its article and event
--only NAME   only the articles whose name contains NAME; no floors then

The extraction is the annals-extract of the directory ANNALS_BIN (build/release/bin).
"""
import argparse
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
sys.path.insert(0, str(HERE))
import annals_processes  # noqa: E402
import annotation  # noqa: E402
import scoring  # noqa: E402
from folding import Folding  # noqa: E402

FOLDERS = {"own": HERE / "articles", "sentences": HERE / "sentences.jsonl", "later": HERE / "later",
           "later_sentences": HERE / "later_sentences.jsonl", "rare_sentences": HERE / "rare_sentences.jsonl",
           "varied": HERE / "varied", "varied_sentences": HERE / "varied_sentences.jsonl",
           "unread": HERE / "unread", "unread_sentences": HERE / "unread_sentences.jsonl", "dev": HERE.parents[2] / "shared/gold/dev"}
OWN = ("own", "sentences", "later", "later_sentences", "rare_sentences", "varied", "varied_sentences", "unread",
       "unread_sentences")
BUCKETS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
SURE = 0.8  # an event of this confidence is one that a reader may take without looking


def folding():
    return Folding(annals_processes.BIN.parent / "share/annals/lexicon/fold.tsv")


def extract(documents, *flags):
    """What annals-extract finds in each of the documents, in order."""
    lines = "".join(json.dumps(document["article"], ensure_ascii=False) + "\n" for document in documents)
    done = annals_processes.run("annals-extract", *flags, stdin=lines)
    if done.returncode:
        raise RuntimeError(f"annals-extract: exit status {done.returncode}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def score(folder, only=""):
    """The Score over the annotated articles of a folder whose name contains `only`."""
    fold, total = folding(), scoring.Score()
    documents = {name: document for name, document in annotation.read(folder).items() if only in name}
    for (name, document), extraction in zip(documents.items(), extract(documents.values()), strict=True):
        total.add(name, scoring.annotated(document, fold), scoring.extracted(extraction, fold))
    return total


def calibration(judged):
    """(lowest confidence, right, found) of each bucket."""
    ends = [*BUCKETS[1:], float("inf")]
    chosen = [[right for confidence, right in judged if low <= confidence < end] for low, end in zip(BUCKETS, ends)]
    return [(low, sum(rights), len(rights)) for low, rights in zip(BUCKETS, chosen)]


def sure_share(judged):
    """How many of the events of confidence SURE and over are right, as a share; 1 if there are none."""
    rights = [right for confidence, right in judged if confidence >= SURE]
    return sum(rights) / len(rights) if rights else 1.0


def sure_part(judged):
    """Which part of the events have a confidence of SURE and over: being sure of nothing is no art."""
    return sum(confidence >= SURE for confidence, _ in judged) / max(1, len(judged))


def reached(total):
    """The figures that floors are set for: F1s, accuracies, the share of right ones among the sure events, and how many are sure."""
    figures = {name: total.figures[name].f1 for name in scoring.FIGURES}
    figures |= {name: total.figures[name].precision for name in scoring.ACCURACIES}
    return figures | {"sure": sure_share(total.judged), "sure_part": sure_part(total.judged)}


def floors():
    """{set: {figure: floor}} of floor.tsv."""
    rows = [line.split("\t") for line in (HERE / "floor.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    out = {}
    for name, figure, floor in rows[1:]:
        out.setdefault(name, {})[figure] = float(floor)
    return out


def under(name, total, all_floors):
    """One line for every figure of a set that lies under its floor."""
    figures = reached(total)
    return [f"{name}: {figure} {figures[figure]:.3f} is under its floor {floor}"
            for figure, floor in all_floors.get(name, {}).items() if figures[figure] < floor]


def table(name, total):
    rows = [f"== {name}"]
    for figure in scoring.FIGURES:
        count = total.figures[figure]
        shares = f"P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}"
        rows.append(f"{figure:12} {shares}  ({count.annotated} annotated)")
    for figure in scoring.ACCURACIES:
        rows.append(f"{figure:12} {total.figures[figure].precision:.3f} of {total.figures[figure].annotated}")
    for event_type, count in sorted(total.types.items()):
        rows.append(f"  {event_type:12} P {count.precision:.2f}  R {count.recall:.2f}  F1 {count.f1:.2f}  ({count.annotated})")
    rows.append("confidence   right / found")
    for low, right, found in calibration(total.judged):
        rows.append(f"  {low:.1f} and up  {right:4} / {found:4}  {right / found if found else 0:.2f}")
    rows.append(f"  of the {sure_part(total.judged):.0%} of {SURE} and up, {sure_share(total.judged):.3f} are right")
    return "\n".join(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", metavar="SET", nargs="*", type=pathlib.Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    if not (annals_processes.BIN / "annals-extract").exists():
        parser.error(f"there is no annals-extract in {annals_processes.BIN}: build it, or set ANNALS_BIN")
    held = not asked.folders and not asked.only
    folders = {str(folder): folder for folder in asked.folders} or FOLDERS
    low = []
    for name, folder in folders.items():
        if not folder.exists():
            print(f"== {name}: skipped, there is no {folder}")
            continue
        total = score(folder, asked.only)
        print(table(name, total))
        if asked.misses and name != "dev":  # of dev only the totals: it stays unread by whoever tunes
            print("\n".join(total.misses))
        low += under(name, total, floors()) if held else []
    print("\n".join(low))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
