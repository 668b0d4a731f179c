"""The text the speed benchmark reads: articles put together from the sentences of our own samples, goldens and tests."""
import json
import pathlib
import random
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
SENTENCE = re.compile(r"[^。！？\n]*[一-鿿][^。！？\n]*[。！？][”’]?")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def sentences():
    """Every sentence of our own that ends like one, sorted."""
    texts = [path.read_text().split("\n---")[0] for path in ROOT.glob("tests/golden/*.article")]
    texts += [json.loads(path.read_text())["text"] for path in ROOT.glob("deploy/samples/*.json")]
    for path in ROOT.glob("tests/**/*_test.cc"):
        texts += (literal for literal in LITERAL.findall(path.read_text()) if "\\" not in literal)
    found = {match.strip() for text in texts for match in SENTENCE.findall(text)}
    return sorted(sentence for sentence in found if len(sentence) > 12)


def text_of(size, rng, pool, joint="\n"):
    """About `size` bytes: a sample of the pool in a new order, three sentences a paragraph."""
    parts, length, order = [], 0, []
    while length < size:
        if not order:
            order = rng.sample(pool, len(pool))
        sentence = order.pop() + (joint if len(parts) % 3 == 2 else "")
        parts.append(sentence)
        length += len(sentence.encode())
    return "".join(parts)


def article(text, number):
    return {"id": f"bench-{number}", "title": "", "source": "晚潮科技", "published_at": "2025-09-05", "text": text}


def write(path, texts):
    """Annals reads the articles from `path`, the tagger from `path` with .txt; returns their bytes."""
    with open(path, "w") as articles, open(f"{path}.txt", "w") as lines:
        for number, text in enumerate(texts):
            articles.write(json.dumps(article(text, number), ensure_ascii=False) + "\n")
            lines.write(text.replace("\n", "\v") + "\n")
    return sum(len(text.encode()) for text in texts)


def long_sentence(size, rng, pool):
    """One sentence of `size` bytes: no full stop ends it before the last."""
    return re.sub("[。！？]", "，", text_of(size, rng, pool, "")) + "。"


def grow_lexicon(directory, times):
    """An overlay with invented names, aliases and triggers that makes both tables `times` as large."""
    directory.mkdir(parents=True, exist_ok=True)
    rng = random.Random(times)
    data = ROOT / "extractor/lexicon/data"
    syllables = [chr(c) for c in range(0x4E00, 0x9FA0)]

    def word(least, most):
        return "".join(rng.choices(syllables, k=rng.randint(least, most)))

    def rows(name):
        lines = [line for line in (data / name).read_text().splitlines() if line.strip() and not line.startswith("#")]
        return lines[1:]

    entities, triggers = rows("entities.tsv"), rows("triggers.tsv")
    with open(directory / "entities.tsv", "w") as out:
        out.write("id\ttype\tname\taliases\n")
        for i in range((times - 1) * len(entities)):
            out.write(f"x-{i}\tORGANIZATION\t{word(3, 5)}\t{word(3, 4)}|{word(5, 6)}\n")
    with open(directory / "triggers.tsv", "w") as out:
        out.write("word\ttype\tframe\n")
        for _ in range(times - 1):
            for line in triggers:
                cells = line.split("\t")
                out.write(f"{word(3, 5)}\t{cells[1]}\t{cells[2]}\n")
