"""annals-view as a process, against both services with the sample articles inside."""
import csv
import io
import json
import pathlib
import sys
import unittest
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from annals_processes import ROOT, Services, run  # noqa: E402

SAMPLES = sorted((ROOT / "deploy/samples").glob("*.json"))
COMPANY = "星槎智能"


class ViewTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.services = cls.enterClassContext(Services())
        submitted = run("annals-extract", f"--submit={cls.services.extractor.address}", *map(str, SAMPLES))
        assert submitted.returncode == 0, submitted.stderr

    def view(self, *arguments):
        return run("annals-view", *arguments, f"--query={self.services.query.address}", f"--min_revision={len(SAMPLES)}")

    def view_ok(self, *arguments):
        done = self.view(*arguments)
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        return done.stdout

    def test_timeline(self):
        text = self.view_ok("timeline", COMPANY)
        lines = text.splitlines()
        self.assertRegex(lines[0], COMPANY + r" \(ORGANIZATION\): \d+ events")
        self.assertRegex(text, r"2025-03-03 +FUND +星槎智能 .*晚潮科技 2025-03-04")
        timeline = json.loads(self.view_ok("timeline", COMPANY, "--format=json"))
        days = [row["event"].get("time", {}).get("start", "9999") for row in timeline["events"]]
        self.assertEqual(sorted(days), days)
        self.assertEqual(len(days), int(lines[0].split(": ")[1].split()[0]))

    def test_options_of_a_timeline(self):
        newest = json.loads(self.view_ok("timeline", COMPANY, "--format=json", "--order=newest", "--type=release,fund"))
        types = {row["event"]["type"] for row in newest["events"]}
        self.assertEqual({"EVENT_TYPE_RELEASE", "EVENT_TYPE_FUND"}, types)
        days = [row["event"]["time"]["start"] for row in newest["events"] if "time" in row["event"]]
        self.assertGreaterEqual(len(days), 2)
        self.assertEqual(sorted(days, reverse=True), days)
        self.assertRegex(self.view_ok("timeline", COMPANY, "--from=1990-01-01", "--to=1990-12-31"), ": 0 events")
        self.assertRegex(self.view_ok("timeline", COMPANY, "--limit=1"), ": 1 event\n(.|\n)*more than can be shown")

    def test_any_name_in_any_script(self):
        self.assertEqual(self.view_ok("timeline", "远岫科技"), self.view_ok("timeline", "遠岫科技"))

    def test_graph(self):
        text = self.view_ok("graph", COMPANY)
        self.assertEqual(COMPANY + " (ORGANIZATION)", text.splitlines()[0])
        self.assertRegex(text, r"[├└]─ 沈若谷 \(PERSON\)")
        self.assertIn("digraph annals {", self.view_ok("graph", COMPANY, "--format=dot"))
        self.assertIn("graph LR\n", self.view_ok("graph", COMPANY, "--format=mermaid"))
        near = json.loads(self.view_ok("graph", "拾光资本", "--format=json"))
        far = json.loads(self.view_ok("graph", "拾光资本", "--format=json", "--depth=2"))
        self.assertLess(len(near["nodes"]), len(far["nodes"]))

    def test_entity(self):
        text = self.view_ok("entity", "沈若谷")
        self.assertRegex(text, r"^沈若谷 \(PERSON\)\nid: ")
        entity = json.loads(self.view_ok("entity", "沈若谷", "--format=json"))["entity"]
        self.assertEqual("沈若谷", entity["name"])
        self.assertEqual(text, self.view_ok("entity", entity["id"]))

    def test_failures(self):
        unknown = self.view("timeline", "没有这家公司")
        self.assertEqual((1, ""), (unknown.returncode, unknown.stdout))
        self.assertIn("没有这家公司", unknown.stderr)
        bad_day = self.view("timeline", COMPANY, "--from=0000-13-45")
        self.assertEqual(1, bad_day.returncode)
        self.assertIn("filter.time.start", bad_day.stderr)

    def test_wrong_usage(self):
        for arguments in ([], ["timeline"], ["timeline", "a", "b"], ["timelime", "a"], ["entity", "a", "--format=svg"], ["path", "a"],
                          ["timeline", "a", "--type=quit"], ["timeline", "a", "--no_such_flag"], ["timeline", "a", "--limit=many"]):
            done = run("annals-view", *arguments)
            self.assertEqual((2, ""), (done.returncode, done.stdout), arguments)
            self.assertTrue(done.stderr, arguments)

    def test_path(self):
        text = self.view_ok("path", "拾光资本", "远岫科技")
        lines = [line.strip() for line in text.splitlines()]
        self.assertEqual(["1. 2 hops", "拾光资本"], lines[:2])
        self.assertEqual("远岫科技", lines[lines.index("") - 1] if "" in lines else lines[-1])
        self.assertIn("digraph annals {", self.view_ok("path", "拾光资本", "远岫科技", "--format=dot"))

    def test_flows(self):
        rows = list(csv.DictReader(io.StringIO(self.view_ok("flows", "--format=csv"))))
        self.assertIn(("星槎智能", "远岫科技", "沈若谷"), [(row["from_name"], row["to_name"], row["person_names"]) for row in rows])
        self.assertRegex(self.view_ok("flows", COMPANY), "星槎智能 +远岫科技 +1 +沈若谷")
        self.assertRegex(self.view_ok("flows", "--bucket=quarter"), "2025-Q2")
        self.assertEqual("no moves\n", self.view_ok("flows", "--to=2001-01-01"))

    def test_tenures(self):
        self.assertRegex(self.view_ok("tenures", COMPANY), "沈若谷 +星槎智能 +首席科学家 +2022 +2025-05-30 +░+█+")
        people = {row["person_name"] for row in csv.DictReader(io.StringIO(self.view_ok("tenures", COMPANY, "--format=csv")))}
        self.assertLessEqual({"沈若谷", "陆知行"}, people)
        self.assertNotIn("沈若谷", self.view_ok("tenures", COMPANY, "--to=2001-01-01"))

    def test_what_other_programs_read(self):
        self.assertEqual("OPEN_SOURCE", next(row["type"] for row in csv.DictReader(io.StringIO(
            self.view_ok("timeline", COMPANY, "--format=csv"))) if row["who"] == COMPANY and "听澜" in row["what"]))
        graph = xml.etree.ElementTree.fromstring(self.view_ok("graph", COMPANY, "--format=graphml").encode())
        space = "{http://graphml.graphdrawing.org/xmlns}"
        names = [data.text for data in graph.iter(space + "data") if data.get("key") == "name"]
        edges = list(csv.DictReader(io.StringIO(self.view_ok("graph", COMPANY, "--format=csv"))))
        self.assertIn("沈若谷", names)
        self.assertEqual(len(edges), len(list(graph.iter(space + "edge"))))

    def test_drawings_are_xml(self):
        for words in (["timeline", COMPANY], ["graph", COMPANY, "--depth=2"], ["path", COMPANY, "远岫科技"], ["flows"], ["tenures", COMPANY]):
            svg = xml.etree.ElementTree.fromstring(self.view_ok(*words, "--format=svg", "--width=700"))
            self.assertEqual("700", svg.get("width"), words)
            texts = list(svg.iter("{http://www.w3.org/2000/svg}text"))
            self.assertGreater(len(texts), 3, words)

    def test_nobody_there(self):
        done = run("annals-view", "timeline", COMPANY, "--query=127.0.0.1:1")
        self.assertEqual(1, done.returncode)
        self.assertIn("no service answers at 127.0.0.1:1", done.stderr)


if __name__ == "__main__":
    unittest.main()
