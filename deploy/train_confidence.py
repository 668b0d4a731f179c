#!/usr/bin/env python3
"""Learns extractor/lexicon/data/confidence.tsv from annotated articles, and reports what the weights are worth.

train_confidence.py [--dry-run]      --dry-run: report only, write nothing

Learns from tests/quality (articles and sentences) and ../shared/gold (seeds, and dev but for every fifth article): the extraction of each is
matched with its annotation as tests/quality/scoring.py does, and a logistic model learns which events are right. The
features come from `annals-extract --explain`; ANNALS_BIN says where that is, build/release/bin if it does not. Every fifth
article of dev is never learned from and told of in totals only: what the model is worth on unread text, and how sure it may be at
all. The same extraction gives the same file.
"""
import argparse
import collections
import math
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/quality"))
import quality  # noqa: E402

GOLD = ROOT.parent / "shared/gold"
QUALITY = ROOT / "tests/quality"
# What the extraction was not made for shows what its mistakes look like: each event of these counts as several.
UNREAD = (QUALITY / "unread", QUALITY / "unread_sentences.jsonl")
UNREAD_WEIGHT = 3
FOLDERS = (QUALITY / "articles", QUALITY / "sentences.jsonl", QUALITY / "later", QUALITY / "later_sentences.jsonl",
           QUALITY / "rare_sentences.jsonl", *UNREAD, GOLD / "seeds", GOLD / "dev")
FILE = ROOT / "extractor/lexicon/data/confidence.tsv"

EVERY, LEAST, ORIGIN = "every event", "least reported", "# These weights:"
FOLDS = 10
STEPS, RATE, MOMENTUM = 400, 2.0, 0.9
PENALTY = 3.0  # L2, in events: a feature seen less often hardly gets a weight
RAREST = 6  # events; what is seen less often is left out
# What may only speak one way, whatever chance has put into the articles.
NEVER_NEGATIVE = {"told twice", "told three times", "a time", "a number",
                  "first listed", "second listed", "first mentioned again", "second mentioned again"}
NEVER_POSITIVE = {"first missing", "second missing", "a weak trigger", "in a question", "another candidate for a role",
                  "a cue of what is said in general"}
THRESHOLDS = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9)


class Article:
    """`events`: (features, right, optional) of each found one; `annotated`: how many there are to find; `weight`: of its events."""

    def __init__(self, name, document, extraction, fold, weight=1):
        gold, found = quality.scoring.annotated(document, fold), quality.scoring.extracted(extraction, fold)
        partner = {j: i for i, j in quality.scoring.pairs(gold.events, found.events)}
        self.name, self.weight = name, weight
        self.annotated = sum(not event.optional for event in gold.events)
        self.events = []
        for j, confidence in enumerate(extraction.get("explanation", {}).get("confidences", [])):
            features = [term["feature"] for term in confidence["terms"]]
            self.events.append((features, j in partner, j in partner and gold.events[partner[j]].optional))


def unread(folder, name):
    return folder.name == "dev" and int(name.rpartition("-")[2]) % 5 == 0


def read_articles():
    """(those to learn from, the unread ones)."""
    fold, read, kept = quality.folding(), [], []
    for folder in FOLDERS:
        documents = quality.annotation.read(folder)
        if not documents:
            sys.exit(f"train_confidence.py: there are no articles in {folder}")
        for (name, document), extraction in zip(documents.items(), extract(documents.values()), strict=True):
            weight = UNREAD_WEIGHT if folder in UNREAD else 1
            (kept if unread(folder, name) else read).append(Article(name, document, extraction, fold, weight))
    return read, kept


def least_reported():
    """The rows that are set by hand."""
    return [line for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith(LEAST)]


def extract(documents):
    """The extractions with their features, of every event, however unsure."""
    with tempfile.TemporaryDirectory() as overlay:
        unsure = "".join(row.split("\t")[0] + "\t0\n" for row in least_reported())
        (pathlib.Path(overlay) / FILE.name).write_text(f"feature\tweight\n{unsure}", encoding="utf-8")
        return quality.extract(documents, "--explain", f"--lexicon_dir={overlay}")


def chance(weights, features):
    return 1 / (1 + math.exp(-sum(weights.get(feature, 0.0) for feature in features)))


def train(articles):
    """{feature: weight} by gradient descent with momentum; the mean log loss and the penalty go down together."""
    events = [(features, right, article.weight) for article in articles for features, right, _ in article.events]
    total = sum(weight for _, _, weight in events)
    seen = collections.Counter(feature for features, _, _ in events for feature in features)
    weights = {feature: 0.0 for feature in sorted(seen) if seen[feature] >= RAREST}
    events = [([feature for feature in features if feature in weights], right, weight) for features, right, weight in events]
    speed = dict.fromkeys(weights, 0.0)
    for _ in range(STEPS):
        slope = {feature: 0.0 if feature == EVERY else PENALTY * weight for feature, weight in weights.items()}
        for features, right, weight in events:
            error = weight * (chance(weights, features) - right)
            for feature in features:
                slope[feature] += error
        for feature in weights:
            speed[feature] = MOMENTUM * speed[feature] - RATE * slope[feature] / total
            weights[feature] = allowed(feature, weights[feature] + speed[feature])
    return weights


def settle(weights, articles):
    """Moves all confidences alike until their mean is the share of right events: more are right in articles that tuning has seen."""
    rights = [right for article in articles for _, right, _ in article.events]
    for _ in range(50):
        chances = [p for p, *_ in judged(articles, weights)]
        weights[EVERY] += (sum(rights) - sum(chances)) / sum(p * (1 - p) for p in chances)


def allowed(feature, weight):
    """The nearest weight that does not say the opposite of what the feature means."""
    if feature in NEVER_NEGATIVE:
        return max(weight, 0.0)
    return min(weight, 0.0) if feature in NEVER_POSITIVE else weight


def judged(articles, weights):
    """(confidence, right, optional) of every event."""
    return [(chance(weights, features), *rest) for article in articles for features, *rest in article.events]


def crossed(articles):
    """The same, each article judged by weights that were learned without it."""
    out = []
    for fold in range(FOLDS):
        weights = train([article for i, article in enumerate(articles) if i % FOLDS != fold])
        out += judged(articles[fold::FOLDS], weights)
    return out


def report(title, events, annotated):
    """How often events of a confidence are right, and what is left above each threshold."""
    loss = -sum(math.log(p if right else 1 - p) for p, right, _ in events) / len(events)
    print(f"== {title}: {len(events)} events, log loss {loss:.4f}")
    for low, right, found in quality.calibration([(p, right) for p, right, _ in events]):
        print(f"  {low:.1f} and up  {right:4} / {found:4}  {right / found if found else 0:.3f}")
    sure = [right for p, right, _ in events if p >= quality.SURE]
    print(f"  of {len(sure)} events of {quality.SURE} and up, {sum(sure) / max(1, len(sure)):.3f} are right")
    for least in THRESHOLDS:
        kept = [right for p, right, optional in events if p >= least and not optional]
        precision, recall = sum(kept) / max(1, len(kept)), sum(kept) / annotated
        print(f"  from {least:.2f}: P {precision:.3f}  R {recall:.3f}  F1 {2 * sum(kept) / (len(kept) + annotated):.3f}")


def origin(read, kept):
    """The line of the file that says what it was learned from."""
    learned, settled = (f"{sum(len(article.events) for article in some)} events of {len(some)} articles" for some in (read, kept))
    return f"{ORIGIN} {learned}; settled on {settled}."


def write(weights, learned_from):
    lines = FILE.read_text(encoding="utf-8").splitlines()
    head = [learned_from if line.startswith(ORIGIN) else line for line in lines if line.startswith("#")]
    rows = [f"{feature}\t{weight:.2f}" for feature, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    FILE.write_text("\n".join([*head, "feature\tweight", *least_reported(), *rows]) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry-run", action="store_true")
    asked = parser.parse_args()
    read, kept = read_articles()
    weights = train(read)
    settle(weights, kept)
    report("read, each article by weights learned without it", crossed(read), sum(article.annotated for article in read))
    report("unread", judged(kept, weights), sum(article.annotated for article in kept))
    if not asked.dry_run:
        write(weights, origin(read, kept))
    return 0


if __name__ == "__main__":
    sys.exit(main())
