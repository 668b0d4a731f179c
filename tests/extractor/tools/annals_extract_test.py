"""annals-extract as a process: files and standard input, failures and exit status, times, submission to a real service."""
import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from annals_processes import ROOT, Service, run  # noqa: E402

SAMPLES = sorted((ROOT / "deploy/samples").glob("*.json"))
ARTICLES = [json.loads(path.read_text(encoding="utf-8")) for path in SAMPLES]
LINES = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in ARTICLES)


def ids(output):
    return [json.loads(line)["article_id"] for line in output.splitlines()]


class OfflineTest(unittest.TestCase):
    def test_one_article_on_standard_input(self):
        done = run("annals-extract", stdin=SAMPLES[0].read_bytes())
        self.assertEqual(0, done.returncode, done.stderr)
        extraction = json.loads(done.stdout)
        self.assertEqual(ARTICLES[0]["id"], extraction["article_id"])
        self.assertRegex(extraction["lexicon_version"], "^[0-9a-f]{16}$")
        text = ARTICLES[0]["text"].encode()
        self.assertTrue(extraction["events"])
        for event in extraction["events"]:
            self.assertRegex(event["type"], "^EVENT_TYPE_")
            for evidence in event["evidence"]:
                span = evidence["span"]
                self.assertEqual(evidence["text"].encode(), text[span.get("begin", 0):span["end"]])

    def test_every_way_in_gives_the_same_lines(self):
        from_lines = run("annals-extract", stdin=LINES)
        self.assertEqual([article["id"] for article in ARTICLES], ids(from_lines.stdout))
        from_files = run("annals-extract", *map(str, SAMPLES))
        self.assertEqual(from_lines.stdout, from_files.stdout)
        with_threads = run("annals-extract", "--threads=4", "-", stdin=LINES * 5)
        self.assertEqual(from_lines.stdout * 5, with_threads.stdout)
        wrapped = "".join(json.dumps({"article": article, "events": []}) + "\n" for article in ARTICLES)
        self.assertEqual(from_lines.stdout, run("annals-extract", stdin=wrapped).stdout)

    def test_a_bad_line_is_named_and_stops_nothing(self):
        lines = LINES.splitlines(keepends=True)
        done = run("annals-extract", stdin="".join([lines[0], '{"id": "broken", "text": \n', lines[1], "[]\n", "\n", lines[2]]))
        self.assertEqual(1, done.returncode)
        self.assertEqual([article["id"] for article in ARTICLES[:1] + ARTICLES[2:3]], ids(done.stdout),
                         "an object may stand after a colon: the broken line takes the next one with it")
        self.assertRegex(done.stderr, "stdin:2: ")
        self.assertRegex(done.stderr, "stdin:4: ")

    def test_bytes_that_are_no_text(self):
        done = run("annals-extract", stdin=b'{"id":"a","text":"\xff\xfe"}\n{"id":"b","text":"x\\u0000y"}\n')
        self.assertEqual((1, ""), (done.returncode, done.stdout))
        self.assertRegex(done.stderr, "stdin:1: (.|\n)*stdin:2: ")

    def test_explain_and_stats(self):
        done = run("annals-extract", "--explain", "--stats", str(SAMPLES[0]))
        self.assertIn("explanation", json.loads(done.stdout))
        size = len(ARTICLES[0]["text"].encode())
        self.assertRegex(done.stderr, rf"1 articles, {size} bytes, \d+\.\d+ s, \d+\.\d+ MB/s")

    def test_wrong_usage(self):
        for arguments in (["--no_such_flag"], ["--threads=0"], ["--threads=many"], ["--times", "--submit=127.0.0.1:1"]):
            done = run("annals-extract", *arguments)
            self.assertEqual((2, ""), (done.returncode, done.stdout), arguments)
            self.assertTrue(done.stderr, arguments)
        done = run("annals-extract", "/no/such/file.json")
        self.assertEqual(1, done.returncode)
        self.assertIn("/no/such/file.json", done.stderr)

    def test_a_broken_lexicon_is_no_lexicon(self):
        with tempfile.TemporaryDirectory() as directory:
            pathlib.Path(directory, "triggers.tsv").write_text("# broken\nword\ttype\nx\ty\tz\tw\n", encoding="utf-8")
            done = run("annals-extract", f"--lexicon_dir={directory}", str(SAMPLES[0]))
        self.assertEqual((1, ""), (done.returncode, done.stdout))
        self.assertIn("triggers.tsv", done.stderr)


class TimesTest(unittest.TestCase):
    def test_a_line_a_text(self):
        lines = [{"text": "他去年12月加入公司，三个月后离开。", "published_at": "2025-08-27"}, {"text": "没有时间。"}]
        done = run("annals-extract", "--times", stdin="".join(json.dumps(line) + "\n" for line in lines))
        self.assertEqual(0, done.returncode, done.stderr)
        first, second = map(json.loads, done.stdout.splitlines())
        self.assertEqual({"times": []}, second)
        self.assertEqual(("2024-12-01", "2024-12-31", "去年12月"), tuple(first["times"][0][key] for key in ("start", "end", "text")))
        self.assertEqual("TIME_REFERENCE_PUBLICATION", first["times"][0]["reference"])
        self.assertEqual("2025-03", first["times"][1]["start"][:7])


class SubmitTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.service = Service("annals-extractor", cls.directory.name)

    @classmethod
    def tearDownClass(cls):
        status, log = cls.service.stop()
        cls.directory.cleanup()
        assert status == 0, log

    def submit(self, stdin):
        return run("annals-extract", f"--submit={self.service.address}", stdin=stdin)

    def test_new_unchanged_replaced_and_refused(self):
        done = self.submit(LINES)
        self.assertEqual(0, done.returncode, done.stderr)
        count = len(ARTICLES)
        self.assertRegex(done.stderr, rf"{count} created, 0 replaced, 0 unchanged, 0 failed; [1-9]\d* events; revision {count}\n")
        self.assertRegex(done.stderr, rf"{count} articles, 0 failed")

        changed = dict(ARTICLES[0], text=ARTICLES[0]["text"] + "完。")
        refused = {"text": "没有编号的文章。"}
        more = [json.dumps(item) for item in (changed, refused, ARTICLES[1])] + ["nonsense"]
        done = self.submit("\n".join(more))
        self.assertEqual(1, done.returncode)
        self.assertRegex(done.stderr, rf"0 created, 1 replaced, 1 unchanged, 2 failed; .*revision {count + 1}\n")
        self.assertRegex(done.stderr, "INVALID_FIELD")
        self.assertRegex(done.stderr, "stdin:4: ")

    def test_nobody_there(self):
        # Port 1 of loopback: nobody may listen there without being root, and nobody does.
        done = run("annals-extract", "--submit=127.0.0.1:1", stdin=LINES)
        self.assertEqual(1, done.returncode)
        self.assertIn("no service answers at 127.0.0.1:1", done.stderr)


if __name__ == "__main__":
    unittest.main()
