"""The text the speed benchmark reads: articles put together from the sentences of our own samples, goldens, annotated articles and
tests. Each article has names, numbers and dates of its own in them: a text that repeats itself fits the caches, and flatters every
program that reads it."""
import json
import pathlib
import random
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
SENTENCE = re.compile(r"[^。！？\n]*[一-鿿][^。！？\n]*[。！？][”’]?")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


DAY = re.compile(r"(?<![0-9])(?:1[0-2]|[1-9])月(?:[12][0-9]|3[01]|[1-9])日")
YEAR = re.compile(r"(?<![0-9])20[012][0-9](?=年)")
NUMBER = re.compile(r"(?<![0-9A-Za-z.\-年月])[1-9][0-9]*(?![0-9A-Za-z.\-年月日号])")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石"
GIVEN = "子涵宇轩浩然欣怡梓若思远博文嘉明志强建国晓东丽华雅婷佳俊杰天佑雨泽一诺可馨语嫣景行知微望舒清扬书航牧之南乔令仪长风听澜"
BRANDS = "星云海山河川原野岚峰岭湖泉溪石木林松柏竹兰梅荷枫桐青蓝赤墨白金银玄素灵睿智慧启航创新远致明晨曦晓夕光辉耀焕腾跃飞翔"
ENDINGS = ("科技", "智能", "资本", "汽车", "生物", "半导体", "集团", "能源", "医药", "传媒", "机器人", "网络", "航空", "材料")
LATIN = ("Nova", "Orbit", "Lumen", "Vertex", "Cobalt", "Harbor", "Quill", "Summit", "Ember", "Aster", "Delta", "Pioneer", "Zephyr", "Onyx")


def annotated():
    return [json.loads(path.read_text()) for path in sorted(ROOT.glob("tests/quality/articles/*.json"))]


def sentences():
    """Every sentence of our own that ends like one, sorted."""
    texts = [path.read_text().split("\n---")[0] for path in ROOT.glob("tests/golden/*.article")]
    texts += [json.loads(path.read_text())["text"] for path in ROOT.glob("deploy/samples/*.json")]
    texts += [reading["article"]["text"] for reading in annotated()]
    for path in ROOT.glob("tests/**/*_test.cc"):
        texts += (literal for literal in LITERAL.findall(path.read_text()) if "\\" not in literal)
    found = {match.strip() for text in texts for match in SENTENCE.findall(text)}
    return sorted(sentence for sentence in found if len(sentence) > 12)


def names():
    """The names in the annotated articles, with their type; longer ones first, so that none is taken for a part of another."""
    found = {}
    for reading in annotated():
        for entity in reading["entities"]:
            for name in [entity["name"], *entity.get("aliases", [])]:
                if len(name) > 1 and entity["type"] in ("PERSON", "ORGANIZATION", "PRODUCT"):
                    found[name] = entity["type"]
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


def invented(name, kind, rng):
    """Another name of the kind, written in the same script."""
    if name.isascii():
        return " ".join(rng.choice(LATIN) for _ in name.split())
    if kind == "PERSON":
        return rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=max(1, min(len(name), 3) - 1)))
    brand = "".join(rng.choices(BRANDS, k=2))
    return brand + rng.choice(ENDINGS) if kind == "ORGANIZATION" and len(name) > 3 else brand


class Variation:
    """Names, numbers and days of its own for one article; the same name is replaced by the same everywhere in it."""

    NAMES = names()
    PATTERN = re.compile("|".join(map(re.escape, NAMES)) or "(?!)")

    def __init__(self, rng):
        self.rng, self.given = rng, {}

    def name(self, match):
        old = match.group()
        if old not in self.given:
            self.given[old] = invented(old, self.NAMES[old], self.rng)
        return self.given[old]

    def number(self, match):
        return str(self.rng.randint(10 ** (len(match.group()) - 1), 10 ** len(match.group()) - 1))

    def of(self, sentence):
        sentence = self.PATTERN.sub(self.name, sentence)
        sentence = YEAR.sub(lambda _: str(self.rng.randint(2015, 2025)), sentence)
        sentence = DAY.sub(lambda _: f"{self.rng.randint(1, 12)}月{self.rng.randint(1, 28)}日", sentence)
        return NUMBER.sub(self.number, sentence)


def text_of(size, rng, pool, joint="\n"):
    """About `size` bytes: a sample of the pool in a new order, varied, three sentences a paragraph."""
    parts, length, order, variation = [], 0, [], Variation(rng)
    while length < size:
        if not order:
            order = rng.sample(pool, len(pool))
        sentence = variation.of(order.pop()) + (joint if len(parts) % 3 == 2 else "")
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
        out.write("id\ttype\tname\taliases\towner\n")
        for i in range((times - 1) * len(entities)):
            out.write(f"x-{i}\tORGANIZATION\t{word(3, 5)}\t{word(3, 4)}|{word(5, 6)}\t\n")
    with open(directory / "triggers.tsv", "w") as out:
        out.write("word\ttype\tframe\tbefore\tafter\tflags\n")
        for _ in range(times - 1):
            for line in triggers:
                cells = line.split("\t")
                out.write(f"{word(3, 5)}\t{cells[1]}\t{cells[2]}\t\t\t\n")
