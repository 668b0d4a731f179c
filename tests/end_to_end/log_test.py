"""What the two services log while they work and while they refuse: ids and codes, and nothing of what they were sent."""
import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from annals_processes import Service, run  # noqa: E402

PERSON, COMPANY = "林知远", "星河智能"
ARTICLE = {"id": "a1", "title": f"{COMPANY}换帅", "published_at": "2025-06-02", "text": f"6月1日，{PERSON}加入{COMPANY}，出任首席执行官。"}
SENT = (PERSON, COMPANY, "首席执行官", "换帅", "没有这家公司")


class LogTest(unittest.TestCase):
    def setUp(self):
        directory = self.enterContext(tempfile.TemporaryDirectory())
        self.extractor = Service("annals-extractor", directory + "/journal")
        self.addCleanup(self.extractor.stop)
        self.query = Service("annals-query", directory + "/index", f"--extractor={self.extractor.address}")
        self.addCleanup(self.query.stop)

    def test_nothing_that_was_sent_is_in_the_log(self):
        bad = {**ARTICLE, "id": "", "published_at": f"{PERSON}的生日"}
        submitted = run("annals-extract", f"--submit={self.extractor.address}", stdin=json.dumps(ARTICLE) + "\n" + json.dumps(bad))
        self.assertIn("1 created", submitted.stderr)
        view = run("annals-view", "timeline", COMPANY, f"--query={self.query.address}", "--min_revision=1")
        self.assertIn(PERSON, view.stdout)
        self.assertNotEqual(0, run("annals-view", "timeline", "没有这家公司", f"--query={self.query.address}").returncode)
        logs = [service.stop()[1] for service in (self.query, self.extractor)]
        self.assertIn('"code":5,', logs[0])  # the refusal has its line
        for log in logs:
            for line in log.splitlines():
                json.loads(line)
            for words in SENT:
                self.assertNotIn(words, log)


if __name__ == "__main__":
    unittest.main()
