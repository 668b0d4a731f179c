"""Events and relations of one shape, how an extraction's are matched with the annotated ones, and what is counted."""
import collections
import dataclasses

import annotation

FIGURES = ("event", "record", "argument", "time", "relation")
ACCURACIES = ("status", "certainty")


@dataclasses.dataclass(frozen=True)
class Thing:
    """A filler of a role: all it may be called, folded, and its number if it has one."""
    names: frozenset
    number: float | None = None
    is_entity: bool = False
    label: str = dataclasses.field(default="", compare=False)  # for people

    def same(self, other):
        if self.number is not None and other.number is not None:
            return abs(self.number - other.number) <= 0.005 * max(abs(self.number), abs(other.number), 1e-12)
        if self.names & other.names:
            return True
        return not self.is_entity and any(_letters_in_common(a, b) >= 0.6 for a in self.names for b in other.names)

    def __str__(self):
        return self.label or min(self.names, default=str(self.number))


def _letters_in_common(a, b):
    common = sum((collections.Counter(a) & collections.Counter(b)).values())
    return 2 * common / (len(a) + len(b)) if a and b else 0.0


@dataclasses.dataclass
class Event:
    """An annotated event, or one of an extraction. A filler is a tuple of Things of which any will do."""
    id: str
    type: str
    status: str
    certainty: str
    start: str
    end: str
    arguments: list  # of (role, (Thing, ...))
    evidence: str = ""
    time_optional: bool = False
    optional: bool = False
    confidence: float = 0.0

    def same_time(self, other):
        """Whether `other`, an event of an extraction, has the time of this annotated one."""
        if self.time_optional and not (other.start or other.end):
            return True
        return (self.start, self.end) == (other.start, other.end)

    def keys(self):
        return [argument for argument in self.arguments if argument[0] in annotation.KEY_ROLES[self.type]]

    def __str__(self):
        arguments = " ".join(f"{role}={things[0]}" for role, things in self.arguments[:6])
        return f"{self.type} {self.status} {self.certainty} {self.start}..{self.end} {arguments}"


@dataclasses.dataclass
class Relation:
    type: str
    source: Thing
    target: Thing
    former: bool
    optional: bool = False

    def same(self, other):
        return ((self.type, self.former) == (other.type, other.former) and self.source.same(other.source)
                and self.target.same(other.target))

    def __str__(self):
        return f"{self.type} {self.source} -> {self.target}{' (former)' if self.former else ''}"


@dataclasses.dataclass
class Reading:
    """What is in an article, by its annotation or by the extraction."""
    events: list
    relations: list


def annotated(document, fold):
    """The Reading of an annotated article."""
    entities = _entities(document, fold)

    def thing(role, filler):
        if role in annotation.ENTITY_ROLES:
            return entities[filler]
        if isinstance(filler, dict):
            return Thing(frozenset([fold(filler["text"])]), filler.get("number"), label=filler["text"])
        return Thing(frozenset([fold(filler)]), label=filler)

    def event(one):
        arguments = [(role, tuple(thing(role, each) for each in annotation.alternatives(filler)))
                     for role, fillers in one["args"].items() for filler in fillers]
        time = one["time"]
        return Event(one["id"], one["type"], one["status"], one["certainty"], time.get("start") or "", time.get("end") or "",
                     arguments, one["evidence"][0], bool(time.get("optional")), bool(one.get("optional")))

    relations = [Relation(one["type"], entities[one["from"]], entities[one["to"]], bool(one.get("former")),
                          bool(one.get("optional"))) for one in document["relations"]]
    return Reading([event(one) for one in document["events"]], relations)


def extracted(extraction, fold):
    """The Reading of what annals-extract printed (proto3 JSON: a field at its default is not there)."""
    entities = _entities(extraction, fold)

    def argument(one):
        role = one["role"].removeprefix("ROLE_").lower()
        said = frozenset(filter(None, [fold(one.get("text", ""))]))
        if one.get("entity_id"):
            entity = entities[one["entity_id"]]
            return role, (dataclasses.replace(entity, names=entity.names | said),)
        value = one.get("value", {})
        words = value.get("text") or one.get("text", "")
        return role, (Thing(frozenset(filter(None, [fold(words)])), value.get("number"), label=words),)

    def event(one):
        time = one.get("time", {})
        return Event(one["id"], one["type"].removeprefix("EVENT_TYPE_"), _plain(one, "status", "EVENT_STATUS_", "OCCURRED"),
                     _plain(one, "certainty", "CERTAINTY_", "CONFIRMED"), time.get("start", "")[:10], time.get("end", "")[:10],
                     [argument(each) for each in one.get("arguments", [])], one["evidence"][0]["text"],
                     confidence=one.get("confidence", 0.0))

    relations = [Relation(one["type"].removeprefix("RELATION_TYPE_"), entities[one["from_entity_id"]],
                          entities[one["to_entity_id"]], one.get("former", False)) for one in extraction.get("relations", [])]
    return Reading([event(one) for one in extraction.get("events", [])], relations)


def _entities(message, fold):
    """{id: Thing} of the entities of a document or an extraction."""
    return {entity["id"]: Thing(frozenset(filter(None, map(fold, [entity["name"], *entity.get("aliases", [])]))),
                                is_entity=True, label=entity["name"]) for entity in message.get("entities", [])}


def _plain(message, field, prefix, default):
    return message.get(field, default).removeprefix(prefix)


def shared_arguments(annotated_arguments, extracted_arguments):
    """How many arguments the two have in common; each is used once."""
    left, shared = list(extracted_arguments), 0
    for role, things in annotated_arguments:
        hit = next((one for one in left if one[0] == role and any(thing.same(one[1][0]) for thing in things)), None)
        if hit is not None:
            left.remove(hit)
            shared += 1
    return shared


def _f1(shared, extracted_count, annotated_count):
    return 2 * shared / (extracted_count + annotated_count) if shared else 0.0


def pairs(gold, found):
    """The one-to-one pairs (index in gold, index in found) of the same event, the likest first taken."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(found):
            if g.type != p.type:
                continue
            keys = _f1(shared_arguments(g.keys(), p.keys()), len(p.keys()), len(g.keys()))
            if keys < 0.5:
                continue
            rest = _f1(shared_arguments(g.arguments, p.arguments), len(p.arguments), len(g.arguments))
            candidates.append((-(keys + 0.3 * rest + 0.3 * g.same_time(p)), i, j))
    taken_gold, taken_found, taken = set(), set(), []
    for _, i, j in sorted(candidates):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            taken.append((i, j))
    return taken


class Count:
    """Right, found and annotated things of one figure."""

    def __init__(self):
        self.right = self.found = self.annotated = 0

    def add(self, right, found, annotated_count):
        self.right += right
        self.found += found
        self.annotated += annotated_count

    @property
    def precision(self):
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self):
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self):
        return _f1(self.right, self.found, self.annotated)


class Score:
    """The figures over many articles, and a line for every miss."""

    def __init__(self):
        self.figures = {figure: Count() for figure in FIGURES + ACCURACIES}
        self.types = collections.defaultdict(Count)
        self.misses = []
        self.judged = []  # (confidence, right) of every event found

    def add(self, name, gold, found):
        taken = pairs(gold.events, found.events)
        for i, j in taken:
            if not gold.events[i].optional:
                self._pair(name, gold.events[i], found.events[j])
        self._unpaired(name, gold, found, {i for i, _ in taken}, {j for _, j in taken})
        self._relations(name, gold.relations, found.relations)

    def _event(self, event_type, right, found, annotated_count):
        self.figures["event"].add(right, found, annotated_count)
        self.types[event_type].add(right, found, annotated_count)

    def _pair(self, name, g, p):
        keys = shared_arguments(g.keys(), p.keys())
        exact = keys == len(p.keys()) == len(g.keys()) and g.same_time(p) and g.status == p.status
        self._event(g.type, 1, 1, 1)
        self.figures["record"].add(exact, 1, 1)
        self.figures["argument"].add(shared_arguments(g.arguments, p.arguments), len(p.arguments), len(g.arguments))
        if (g.start or p.start) and not (g.time_optional and not p.start):
            self.figures["time"].add((g.start, g.end) == (p.start, p.end), bool(p.start), bool(g.start))
        self.figures["status"].add(g.status == p.status, 1, 1)
        self.figures["certainty"].add(g.certainty == p.certainty, 1, 1)
        if not exact:
            self.misses.append(f"{name} {g.id} WRONG    {g}\n{'':{len(name) + len(g.id) + 2}}found    {p}")

    def _unpaired(self, name, gold, found, paired_gold, paired_found):
        for i, g in enumerate(gold.events):
            if i not in paired_gold and not g.optional:
                self._event(g.type, 0, 0, 1)
                self.figures["record"].add(0, 0, 1)
                self.figures["argument"].add(0, 0, len(g.arguments))
                self.misses.append(f"{name} {g.id} MISSED   {g}  «{g.evidence}»")
        for j, p in enumerate(found.events):
            self.judged.append((p.confidence, j in paired_found))
            if j not in paired_found:
                self._event(p.type, 0, 1, 0)
                self.figures["record"].add(0, 1, 0)
                self.figures["argument"].add(0, len(p.arguments), 0)
                self.misses.append(f"{name} - SPURIOUS {p}  «{p.evidence}»")

    def _relations(self, name, gold, found):
        left, count = list(found), self.figures["relation"]
        for g in gold:
            hit = next((p for p in left if g.same(p)), None)
            if hit is not None:
                left.remove(hit)
            if not g.optional:
                count.add(hit is not None, hit is not None, 1)
                if hit is None:
                    self.misses.append(f"{name} - MISSED   {g}")
        count.add(0, len(left), 0)
        self.misses += [f"{name} - SPURIOUS {p}" for p in left]
