"""A journal is copied while it is in use, lost, and put back: readers see the same as before. A copy of an index becomes another
replica, which goes on where the copy ends."""
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from annals_processes import Service, run  # noqa: E402

ARTICLES = [
    {"id": f"a{i}", "published_at": f"2025-06-{i + 1:02}", "source": "例报",
     "text": f"6月{i}日，{name}加入星河智能，出任{title}。"}
    for i, (name, title) in enumerate([("林知远", "首席执行官"), ("沈若谷", "首席科学家"), ("陆知行", "首席财务官")], start=1)
]


class BackupTest(unittest.TestCase):
    def setUp(self):
        self.directory = self.enterContext(tempfile.TemporaryDirectory())
        self.copies = self.directory + "/copies"

    def serve(self, journal, *flags):
        extractor = Service("annals-extractor", f"{self.directory}/{journal}", *flags)
        self.addCleanup(extractor.stop)
        return extractor

    def submit(self, extractor, articles):
        done = run("annals-extract", f"--submit={extractor.address}", stdin="\n".join(map(json.dumps, articles)))
        self.assertEqual(0, done.returncode, done.stderr)

    def backup(self, *arguments):
        done = run("annals-backup", *arguments)
        self.assertEqual(0, done.returncode, done.stderr)
        return done.stdout.splitlines()

    def timeline(self, extractor, index, revision):
        query = Service("annals-query", f"{self.directory}/{index}", f"--extractor={extractor.address}")
        try:
            done = run("annals-view", "timeline", "星河智能", f"--query={query.address}", f"--min_revision={revision}", "--format=json")
        finally:
            query.stop()
        self.assertEqual(0, done.returncode, done.stderr)
        return json.loads(done.stdout)

    def test_what_was_copied_comes_back(self):
        extractor = self.serve("journal", f"--backup_dir={self.copies}")
        self.submit(extractor, ARTICLES[:2])
        made = self.backup("create", f"--extractor={extractor.address}")
        self.assertIn("revision 2", made[0])
        before = self.timeline(extractor, "index1", 2)
        self.submit(extractor, ARTICLES[2:])
        self.backup("create", f"--extractor={extractor.address}")
        self.assertEqual(2, len(self.backup("list", f"--backup_dir={self.copies}")))
        self.backup("verify", f"--backup_dir={self.copies}", "--id=1")

        extractor.process.kill()
        extractor.process.wait()
        shutil.rmtree(self.directory + "/journal")
        self.backup("restore", f"--backup_dir={self.copies}", "--id=1", f"--data_dir={self.directory}/restored")
        restored = self.serve("restored")
        self.assertEqual(before, self.timeline(restored, "index2", 2))
        self.submit(restored, ARTICLES[2:])  # it goes on where the copy ended
        self.assertEqual(3, len(self.timeline(restored, "index3", 3)["events"]))

    def test_an_index_that_knows_more_than_the_copy_is_built_anew(self):
        extractor = self.serve("journal", f"--backup_dir={self.copies}")
        self.submit(extractor, ARTICLES[:1])
        self.backup("create", f"--extractor={extractor.address}")
        self.submit(extractor, ARTICLES[1:2])
        self.assertIn("沈若谷", str(self.timeline(extractor, "index", 2)))
        extractor.stop()
        self.backup("restore", f"--backup_dir={self.copies}", f"--data_dir={self.directory}/restored")
        restored = self.serve("restored")
        self.submit(restored, ARTICLES[2:])  # another entry 2 than the index has, and an entry 3
        self.submit(restored, [{**ARTICLES[0], "id": "a4"}])
        after = self.timeline(restored, "index", 3)
        self.assertNotIn("沈若谷", str(after))
        self.assertEqual(self.timeline(restored, "new", 3), after)

    def query(self, extractor, index, *flags):
        query = Service("annals-query", f"{self.directory}/{index}", f"--extractor={extractor.address}", *flags)
        self.addCleanup(query.stop)
        return query

    def view(self, query, revision):
        done = run("annals-view", "timeline", "星河智能", f"--query={query.address}", f"--min_revision={revision}", "--format=json")
        self.assertEqual(0, done.returncode, done.stderr)
        return done.stdout

    def test_a_replica_starts_from_anothers_copy(self):
        extractor = self.serve("journal")
        first = self.query(extractor, "first", f"--backup_dir={self.copies}")
        self.submit(extractor, ARTICLES[:2])
        self.view(first, 2)
        made = self.backup("create", f"--query={first.address}")
        self.assertIn("revision 2", made[0])
        self.assertEqual(made, self.backup("list", f"--backup_dir={self.copies}"))
        self.backup("restore", f"--backup_dir={self.copies}", f"--data_dir={self.directory}/second")
        self.submit(extractor, ARTICLES[2:])
        second = self.query(extractor, "second")
        self.assertEqual(self.view(first, 3), self.view(second, 3))
        log = second.stop()[1]
        self.assertRegex(log, r'following.*revision\D*2')
        self.assertNotIn("building the index anew", log)

    def test_only_so_many_are_kept(self):
        extractor = self.serve("journal", f"--backup_dir={self.copies}")
        for article in ARTICLES:
            self.submit(extractor, [article])
            self.backup("create", f"--extractor={extractor.address}", "--keep=2")
        self.assertEqual(["2", "3"], [line.split("\t")[0] for line in self.backup("list", f"--backup_dir={self.copies}")])

    def test_what_cannot_be_done_is_said(self):
        extractor = self.serve("journal")
        done = run("annals-backup", "create", f"--extractor={extractor.address}")
        self.assertEqual(1, done.returncode)
        self.assertIn("--backup_dir", done.stderr)
        query = self.query(extractor, "index")
        done = run("annals-backup", "create", f"--query={query.address}")
        self.assertEqual(1, done.returncode)
        self.assertIn("--backup_dir", done.stderr)
        self.assertEqual(1, run("annals-backup", "list", "--backup_dir=/nowhere").returncode)
        self.assertEqual(2, run("annals-backup", "restore", "--backup_dir=/nowhere").returncode)
        self.assertEqual(2, run("annals-backup").returncode)


if __name__ == "__main__":
    unittest.main()
