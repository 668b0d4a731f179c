"""The scripts under deploy/ as far as they can be looked at without a build: wrong usage, the score's floors, the samples."""
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIGURES = {figure: {"f1": 0.5} for figure in ("event", "record", "argument", "time", "relation")}
SHARES = {share: {"accuracy": 0.9} for share in ("status", "certainty")}


def run(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


class ScoreReportTest(unittest.TestCase):
    def report(self, floor):
        with tempfile.TemporaryDirectory() as directory:
            floors = pathlib.Path(directory, "floors.tsv")
            floors.write_text(f"# floors\nset\tfigure\tfloor\ndev\tevent\t{floor}\n", encoding="utf-8")
            pathlib.Path(directory, "dev.json").write_text(json.dumps({**FIGURES, **SHARES, "failures": []}), encoding="utf-8")
            return run("python3", "deploy/score_report.py", str(floors), directory)

    def test_at_the_floor(self):
        done = self.report("0.50")
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        self.assertIn("dev: F1 event 0.500", done.stdout)

    def test_under_the_floor(self):
        done = self.report("0.51")
        self.assertEqual(1, done.returncode)
        self.assertIn("dev: event F1 0.500 is under its floor 0.51", done.stdout)


class ScriptsTest(unittest.TestCase):
    def test_wrong_usage_of_the_demo(self):
        done = run("deploy/demo.sh", "--no-such-option")
        self.assertEqual(2, done.returncode)
        self.assertIn("usage:", done.stderr)

    def test_every_script_parses_and_can_be_run(self):
        for script in [*(ROOT / "deploy").glob("*.sh"), ROOT / ".ci/run"]:
            self.assertTrue(script.stat().st_mode & 0o111, script)
            self.assertEqual(0, run("bash", "-n", str(script)).returncode, script)

    @unittest.skipUnless(shutil.which("shellcheck"), "no shellcheck")
    def test_shellcheck(self):
        done = run("shellcheck", *map(str, (ROOT / "deploy").glob("*.sh")), ".ci/run")
        self.assertEqual("", done.stdout)


class SamplesTest(unittest.TestCase):
    def test_they_are_articles_of_their_own(self):
        samples = [json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "deploy/samples").glob("*.json")]
        self.assertGreaterEqual(len(samples), 5)
        self.assertEqual(len(samples), len({sample["id"] for sample in samples}))
        for sample in samples:
            self.assertTrue(sample["title"] and sample["source"] and sample["published_at"] and len(sample["text"]) > 100)


if __name__ == "__main__":
    unittest.main()
