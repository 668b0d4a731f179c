"""The annotated articles keep their rules, the scorer counts as it says, and no figure lies under its floor."""
import copy
import sys
import unittest

import quality

annotation, scoring = quality.annotation, quality.scoring
DOCUMENTS = annotation.read(quality.FOLDERS["own"])


class ArticlesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.fold = staticmethod(quality.folding())

    def test_every_article_keeps_the_rules(self):
        for name, document in [document for folder in quality.OWN for document in annotation.read(quality.FOLDERS[folder]).items()]:
            self.assertEqual([], annotation.faults(document, self.fold), name)

    def test_every_type_and_relation_comes_often(self):
        events = [event["type"] for document in DOCUMENTS.values() for event in document["events"]]
        relations = [relation["type"] for document in DOCUMENTS.values() for relation in document["relations"]]
        self.assertFalse([kind for kind in annotation.KEY_ROLES if events.count(kind) < 4])
        self.assertFalse([kind for kind in annotation.RELATION_ENDS if relations.count(kind) < 4])
        self.assertEqual(len(DOCUMENTS), len({document["article"]["id"] for document in DOCUMENTS.values()}))

    def broken(self, change):
        document = copy.deepcopy(DOCUMENTS["01-power-chips"])
        change(document, document["events"][0])
        return "\n".join(annotation.faults(document, self.fold))

    def test_each_rule_finds_what_breaks_it(self):
        self.assertIn("not in the text: 没有", self.broken(lambda _, event: event.update(evidence=["没有这句话"])))
        self.assertIn("no evidence", self.broken(lambda _, event: event.update(evidence=[])))
        self.assertIn("no such type", self.broken(lambda _, event: event.update(type="LEAVE")))
        self.assertIn("no such status", self.broken(lambda _, event: event.update(status="DONE")))
        self.assertIn("an attribution goes with", self.broken(lambda _, event: event.update(certainty="REPORTED")))
        self.assertIn("no key role", self.broken(lambda _, event: event.update(args={"title": ["总经理"]})))
        self.assertIn("has no role speaker", self.broken(lambda _, event: event["args"].update(speaker=["luo"])))
        self.assertIn("lj is no PERSON", self.broken(lambda _, event: event["args"].update(person=["lj"])))
        self.assertIn("none is no PERSON", self.broken(lambda _, event: event["args"].update(person=["none"])))
        self.assertIn("title: 船长 is not in", self.broken(lambda _, event: event["args"].update(title=["船长"])))
        self.assertIn("is no day", self.broken(lambda _, event: event["time"].update(start="2025-02-30")))
        self.assertIn("ends before", self.broken(lambda _, event: event["time"].update(end="2025-01-01")))
        self.assertIn("no such type GOD", self.broken(lambda document, _: document["entities"][0].update(type="GOD")))
        self.assertIn("船长 is not in", self.broken(lambda document, _: document["entities"][0].update(name="船长", aliases=[])))
        self.assertIn("two events", self.broken(lambda document, event: document["events"].append(event)))
        self.assertIn("two entities",
                      self.broken(lambda document, _: document["entities"].append(document["entities"][0])))
        self.assertIn("from: lj is no PERSON", self.broken(lambda document, _: document["relations"][0].update({"from": "lj"})))
        self.assertIn("article: no title", self.broken(lambda document, _: document["article"].update(title="")))


def entity(*names):
    return scoring.Thing(frozenset(names), is_entity=True)


def joined(person="甲", organization="乙", start="2025-01-01", **fields):
    arguments = [("person", (entity(person),)), ("organization", (entity(organization),))]
    return scoring.Event("ev", "JOIN", fields.pop("status", "OCCURRED"), "CONFIRMED", start, start, arguments, **fields)


def scored(gold, found):
    total = scoring.Score()
    total.add("article", scoring.Reading(gold, []), scoring.Reading(found, []))
    return total


class ScoringTest(unittest.TestCase):
    def counts(self, gold, found, figure):
        count = scored(gold, found).figures[figure]
        return count.right, count.found, count.annotated

    def test_the_same_event(self):
        self.assertEqual([], scored([joined()], [joined()]).misses)
        self.assertEqual((1, 1, 1), self.counts([joined()], [joined()], "record"))
        self.assertEqual((2, 2, 2), self.counts([joined()], [joined()], "argument"))

    def test_one_wrong_participant_leaves_the_event_and_costs_the_record(self):
        self.assertEqual((1, 1, 1), self.counts([joined()], [joined(organization="丙")], "event"))
        self.assertEqual((0, 1, 1), self.counts([joined()], [joined(organization="丙")], "record"))

    def test_two_wrong_participants_are_another_event(self):
        total = scored([joined()], [joined("丁", "丙")])
        self.assertEqual((0, 1, 1), self.counts([joined()], [joined("丁", "丙")], "event"))
        self.assertEqual(2, len(total.misses))
        self.assertEqual([(0.0, False)], total.judged)

    def test_status_and_time_cost_the_record(self):
        self.assertEqual((0, 1, 1), self.counts([joined()], [joined(status="PLANNED")], "record"))
        self.assertEqual((0, 1, 1), self.counts([joined()], [joined(start="2025-01-02")], "record"))

    def test_an_optional_time_may_be_left_out_and_not_be_wrong(self):
        self.assertEqual((1, 1, 1), self.counts([joined(time_optional=True)], [joined(start="")], "record"))
        self.assertEqual((0, 0, 0), self.counts([joined(time_optional=True)], [joined(start="")], "time"))
        self.assertEqual((0, 1, 1), self.counts([joined(time_optional=True)], [joined(start="2025-01-02")], "time"))

    def test_an_optional_event_counts_neither_way_and_is_right(self):
        gold = [joined(optional=True)]
        self.assertEqual((0, 0, 0), self.counts(gold, [], "event"))
        self.assertEqual((0, 0, 0), self.counts(gold, [joined()], "event"))
        self.assertEqual([(0.0, True)], scored(gold, [joined()]).judged)

    def test_one_event_found_twice_is_right_once(self):
        self.assertEqual((1, 2, 1), self.counts([joined()], [joined(), joined()], "event"))

    def test_things(self):
        words, number = scoring.Thing(frozenset(["首席架构师"])), scoring.Thing(frozenset(["3亿元"]), 3e8)
        self.assertTrue(words.same(scoring.Thing(frozenset(["架构师"]))))
        self.assertFalse(words.same(scoring.Thing(frozenset(["会计"]))))
        self.assertTrue(number.same(scoring.Thing(frozenset(["约三亿"]), 3.01e8)))
        self.assertFalse(number.same(scoring.Thing(frozenset(["3亿元"]), 3.1e8)))
        self.assertFalse(entity("陇脊半导体").same(entity("陇脊半导")))

    def test_any_of_several_fillers(self):
        gold = joined()
        gold.arguments[1] = ("organization", (entity("乙"), entity("丙")))
        self.assertEqual((1, 1, 1), self.counts([gold], [joined(organization="丙")], "record"))

    def test_folding(self):
        fold = quality.folding()
        self.assertEqual(fold("“总经理” １２亿"), fold("「總經理」12億"))
        self.assertEqual(fold("胡安·里瓦斯"), fold("胡安．里瓦斯"))

    def test_relations(self):
        relation = scoring.Relation("POSITION", entity("甲"), entity("乙"), former=True)
        other = scoring.Relation("POSITION", entity("甲"), entity("乙"), former=False)
        total = scoring.Score()
        total.add("article", scoring.Reading([], [relation]), scoring.Reading([], [relation, other]))
        count = total.figures["relation"]
        self.assertEqual((1, 2, 1), (count.right, count.found, count.annotated))

    def test_calibration(self):
        judged = [(0.85, True), (0.8, False), (0.3, True)]
        self.assertEqual(0.5, quality.sure_share(judged))
        self.assertAlmostEqual(2 / 3, quality.sure_part(judged))
        self.assertEqual([(0.0, 1, 1), (0.8, 1, 2)], [row for row in quality.calibration(judged) if row[2]])

    def test_a_figure_under_its_floor_is_named(self):
        total = scored([joined()], [joined()])
        self.assertEqual([], quality.under("own", total, {"own": {"event": 1.0}}))
        self.assertEqual(["own: relation 0.000 is under its floor 0.1"],
                         quality.under("own", total, {"own": {"event": 1.0, "relation": 0.1}}))


class FloorTest(unittest.TestCase):
    def held(self, name):
        total = quality.score(quality.FOLDERS[name])
        print(quality.table(name, total), file=sys.stderr)
        self.assertEqual([], quality.under(name, total, quality.floors()))

    def test_own_articles(self):
        self.held("own")

    def test_own_sentences(self):
        self.held("sentences")

    def test_gold_articles(self):
        if not quality.FOLDERS["dev"].is_dir():
            self.skipTest(f"there is no {quality.FOLDERS['dev']}")
        self.held("dev")


if __name__ == "__main__":
    unittest.main()
