"""What deploy/train_confidence.py learns from events made up for it."""
import contextlib
import io
import pathlib
import sys
import types
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "deploy"))
import train_confidence as training  # noqa: E402


def article(*events):
    judged = [([training.EVERY, *features], right, False) for features, right in events]
    return types.SimpleNamespace(events=judged, weight=1)


CLEAR = article(*[(["a time"], True)] * 18, *[(["a time"], False)] * 2, *[(["in a heading"], True)] * 5, *[(["in a heading"], False)] * 15)


class TrainConfidenceTest(unittest.TestCase):
    def test_what_right_events_have_speaks_for_them(self):
        weights = training.train([CLEAR])
        self.assertGreater(weights["a time"], 0.3)
        self.assertLess(weights["in a heading"], -0.3)
        right = [confidence for confidence, right, _ in training.judged([CLEAR], weights) if right]
        self.assertGreater(sum(right) / len(right), 23 / 40)

    def test_what_is_seldom_seen_gets_no_weight(self):
        rare = article(*[(["a time"], True)] * 20, *[(["once in a while"], False)] * (training.RAREST - 1))
        self.assertNotIn("once in a while", training.train([rare]))

    def test_chance_does_not_turn_a_meaning_round(self):
        odd = article(*[(["a time"], False)] * 20, *[(["first missing"], True)] * 20)
        weights = training.train([odd])
        self.assertEqual((0.0, 0.0), (weights["a time"], weights["first missing"]))

    def test_settled_confidences_are_as_high_as_events_are_right(self):
        weights = training.train([CLEAR])
        harder = article(*[(["a time"], True)] * 5, *[(["a time"], False)] * 5, (["in a heading"], False))
        training.settle(weights, [harder])
        chances = [confidence for confidence, *_ in training.judged([harder], weights)]
        self.assertAlmostEqual(5 / 11, sum(chances) / len(chances))

    def test_the_same_articles_give_the_same_weights(self):
        self.assertEqual(training.train([CLEAR]), training.train([CLEAR]))

    def test_the_report_says_what_a_threshold_leaves(self):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            training.report("four", [(0.9, True, False), (0.85, True, True), (0.3, False, False), (0.6, True, False)], annotated=4)
        self.assertIn("of 2 events of 0.8 and up, 1.000 are right", out.getvalue())
        self.assertIn("from 0.35: P 1.000  R 0.500  F1 0.667", out.getvalue())


if __name__ == "__main__":
    unittest.main()
