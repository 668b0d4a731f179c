"""Annotated articles: what a file holds, and whether it keeps the rules. See README.md."""
import datetime
import json
import pathlib

KEY_ROLES = {
    "JOIN": ("person", "organization"), "DEPART": ("person", "organization"), "DISMISS": ("person", "organization"),
    "APPOINT": ("person", "organization"), "STEP_DOWN": ("person", "organization"), "RECRUIT": ("recruiter", "person"),
    "FOUND": ("founder", "organization"), "LAYOFF": ("organization",), "ACQUIRE": ("acquirer", "target"),
    "FUND": ("organization",), "LIST": ("organization",), "REORGANIZE": ("organization", "unit"),
    "PARTNER": ("organization",), "INTEGRATE": ("adopter", "product"), "RELEASE": ("organization", "product"),
    "OPEN_SOURCE": ("organization", "product"), "DISCONTINUE": ("organization", "product"), "PIVOT": ("organization",),
    "STATEMENT": ("speaker",), "METRIC": ("subject", "metric"),
}
OTHER_ROLES = {
    "JOIN": ("from_organization", "title", "unit", "amount"), "DEPART": ("title", "unit", "to_organization", "reason"),
    "DISMISS": ("title", "unit", "reason"), "APPOINT": ("title", "unit", "reports_to", "predecessor"),
    "STEP_DOWN": ("title", "new_title", "unit", "reason"), "RECRUIT": ("organization", "amount"), "FOUND": ("topic",),
    "LAYOFF": ("unit", "count", "reason"), "ACQUIRE": ("amount", "stake"),
    "FUND": ("investor", "amount", "round", "valuation"), "LIST": ("exchange", "amount"), "REORGANIZE": ("leader",),
    "PARTNER": ("topic",), "INTEGRATE": ("organization",), "RELEASE": (), "OPEN_SOURCE": (), "DISCONTINUE": (),
    "PIVOT": ("from_topic", "to_topic"), "STATEMENT": ("quote", "topic"),
    "METRIC": ("value", "change", "source_organization"),
}
_ANYONE = ("PERSON", "ORGANIZATION")
# What kinds of entity may stand in a role. Roles that are not here hold words and numbers.
ENTITY_ROLES = {
    "person": ("PERSON",), "organization": ("ORGANIZATION",), "from_organization": ("ORGANIZATION",),
    "to_organization": ("ORGANIZATION",), "recruiter": _ANYONE, "founder": _ANYONE, "acquirer": _ANYONE,
    "target": ("ORGANIZATION", "UNIT", "PRODUCT"), "investor": _ANYONE, "adopter": ("ORGANIZATION", "UNIT", "PRODUCT"),
    "product": ("PRODUCT",), "speaker": _ANYONE, "subject": ("PERSON", "ORGANIZATION", "UNIT", "PRODUCT"),
    "leader": ("PERSON",), "predecessor": ("PERSON",), "reports_to": ("PERSON",),
    "source_organization": ("ORGANIZATION",), "unit": ("UNIT",),
}
RELATION_ENDS = {
    "POSITION": (("PERSON",), ("ORGANIZATION",)), "FOUNDER_OF": (("PERSON",), ("ORGANIZATION",)),
    "MENTOR_OF": (("PERSON",), ("PERSON",)),
    "PART_OF": (("PRODUCT", "UNIT", "ORGANIZATION"), ("ORGANIZATION", "PRODUCT", "UNIT")),
}
STATUSES = ("OCCURRED", "ONGOING", "PLANNED", "FAILED", "NEGATED")
CERTAINTIES = ("CONFIRMED", "REPORTED", "RUMORED")


def read(source):
    """The annotated articles of a folder by the names of their files, or those of a .jsonl by their ids; {name: document} in order."""
    source = pathlib.Path(source)
    if source.suffix == ".jsonl":
        documents = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
        return {document["article"]["id"]: document for document in documents}
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(source.glob("*.json"))}


def alternatives(filler):
    """A filler is one thing, or a list of things of which any is right."""
    return filler if isinstance(filler, list) else [filler]


def faults(document, folding):
    """Everything about a document that breaks a rule, one line each; `folding` folds words."""
    return list(_Check(document, folding).run())


class _Check:
    def __init__(self, document, folding):
        self.document, self.fold = document, folding
        self.text = document["article"]["text"]
        self.folded = folding(self.text)
        self.types = {entity["id"]: entity["type"] for entity in document["entities"]}

    def run(self):
        yield from self._article()
        yield from self._entities()
        for event in self.document["events"]:
            yield from (f"{event['id']}: {fault}" for fault in self._event(event))
        for relation in self.document["relations"]:
            yield from (f"{relation['type']} {relation['from']}: {fault}" for fault in self._relation(relation))

    def _article(self):
        article = self.document["article"]
        for field in ("id", "title", "source", "text"):
            bare = field == "title" and "\n" not in article["text"]  # a sentence of its own
            if not article[field] and not bare:
                yield f"article: no {field}"
        if article["published_at"]:
            yield from self._day("article", article["published_at"])

    def _entities(self):
        if len(self.types) < len(self.document["entities"]):
            yield "two entities of one id"
        for entity in self.document["entities"]:
            if entity["type"] not in ("PERSON", "ORGANIZATION", "UNIT", "PRODUCT"):
                yield f"{entity['id']}: no such type {entity['type']}"
            if not any(self.fold(name) in self.folded for name in [entity["name"], *entity["aliases"]]):
                yield f"{entity['id']}: {entity['name']} is not in the text"
        ids = [event["id"] for event in self.document["events"]]
        if len(set(ids)) < len(ids):
            yield "two events of one id"

    def _event(self, event):
        if event["type"] not in KEY_ROLES:
            yield f"no such type {event['type']}"
            return
        if event["status"] not in STATUSES or event["certainty"] not in CERTAINTIES:
            yield "no such status or certainty"
        if (event["certainty"] == "REPORTED") != bool(event["attribution"]):
            yield "an attribution goes with REPORTED and with nothing else"
        if not event["evidence"]:
            yield "no evidence"
        for evidence in event["evidence"]:
            if evidence not in self.text:
                yield f"not in the text: {evidence}"
        yield from self._time(event["time"])
        yield from self._arguments(event["type"], event["args"])

    def _arguments(self, event_type, arguments):
        if not any(arguments.get(role) for role in KEY_ROLES[event_type]):
            yield "no key role"
        for role, fillers in arguments.items():
            if role not in KEY_ROLES[event_type] + OTHER_ROLES[event_type]:
                yield f"{event_type} has no role {role}"
            for filler in fillers:
                for one in alternatives(filler):
                    yield from self._filler(role, one)

    def _filler(self, role, filler):
        if role in ENTITY_ROLES:
            if self.types.get(filler) not in ENTITY_ROLES[role]:
                yield f"{role}: {filler} is no {' or '.join(ENTITY_ROLES[role])}"
            return
        words = filler["text"] if isinstance(filler, dict) else filler
        # A share price is often not named as one.
        if self.fold(words) not in self.folded and role != "metric":
            yield f"{role}: {words} is not in the text"

    def _time(self, time):
        if self.fold(time.get("text", "")) not in self.folded:
            yield f"time: {time['text']} is not in the text"
        for end in ("start", "end"):
            if time.get(end):
                yield from self._day("time", time[end])
        if time.get("start", "") > time.get("end", "9999"):
            yield "time: it ends before it starts"

    def _relation(self, relation):
        if relation["type"] not in RELATION_ENDS:
            yield "no such type"
            return
        for end, kinds in zip(("from", "to"), RELATION_ENDS[relation["type"]]):
            if self.types.get(relation[end]) not in kinds:
                yield f"{end}: {relation[end]} is no {' or '.join(kinds)}"
        if relation.get("title") and self.fold(relation["title"]) not in self.folded:
            yield f"title: {relation['title']} is not in the text"

    @staticmethod
    def _day(what, day):
        try:
            datetime.date.fromisoformat(day)
        except ValueError:
            yield f"{what}: {day} is no day"
