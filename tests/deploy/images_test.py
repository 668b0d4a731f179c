"""The images as an orchestrator runs them: as nobody, on a read-only root, with a volume each. Prints the figures of the guide.
Skips where no engine is there or deploy/build-images.sh has not run."""
import json
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from annals_processes import ROOT  # noqa: E402
from containers import IMAGES, Container, Engine  # noqa: E402

SAMPLES = ROOT / "deploy/samples"
COMPANY = "星槎智能"
ARTICLES_OF_LOAD = 20000


def free_address():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return "127.0.0.1:%d" % taken.getsockname()[1]


def write_load(path):
    with open(path, "w", encoding="utf-8") as file:
        for i in range(ARTICLES_OF_LOAD):
            text = f"6月{i % 28 + 1}日，林知远加入第{i}号智能公司，出任首席执行官。"
            file.write(json.dumps({"id": f"load-{i}", "published_at": "2025-07-01", "text": text}, ensure_ascii=False) + "\n")


class ImagesTest(unittest.TestCase):
    def setUp(self):
        self.addresses = {name: free_address() for name in ("extractor", "extractor-admin", "query", "query-admin")}
        self.volumes = {name: f"annals-test-{name}-{self.addresses[name].split(':')[1]}" for name in ("extractor", "query")}
        for volume in self.volumes.values():
            self.addCleanup(ENGINE.remove_volume, volume)

    def start(self, name):
        environment = {"ANNALS_LISTEN": self.addresses[name], "ANNALS_ADMIN_LISTEN": self.addresses[name + "-admin"],
                       "ANNALS_EXTRACTOR": self.addresses["extractor"]}
        if name == "extractor":
            del environment["ANNALS_EXTRACTOR"]
        container = Container(ENGINE, f"annals-{name}", self.volumes[name], environment)
        self.addCleanup(container.close)
        return container

    def tool(self, image, tool, *arguments, options=()):
        return ENGINE.run(image, command=arguments, options=(f"--entrypoint=/usr/bin/{tool}", *options))

    def submit_samples(self):
        done = self.tool("annals-extractor", "annals-extract", f"--submit={self.addresses['extractor']}",
                         *(f"/samples/{sample.name}" for sample in sorted(SAMPLES.glob("*.json"))),
                         options=("-v", f"{SAMPLES}:/samples:ro"))
        self.assertEqual(0, done.returncode, done.stderr)

    def view(self, *arguments):
        done = self.tool("annals-query", "annals-view", *arguments, f"--query={self.addresses['query']}")
        self.assertEqual(0, done.returncode, done.stderr)
        return done.stdout

    def check_confinement(self, container):
        proc = container.proc()
        status = (proc / "status").read_text()
        self.assertIn("Uid:\t65532\t65532\t65532\t65532\n", status)
        self.assertIn("CapEff:\t0000000000000000\n", status)
        self.assertIn("NoNewPrivs:\t1\n", status)
        roots = [line.split() for line in (proc / "mountinfo").read_text().splitlines() if line.split()[4] == "/"]
        self.assertTrue(all("ro" in root[5].split(",") for root in roots) and roots, roots)

    def check_health(self, name, expected):
        done = ENGINE.run(f"annals-{name}", command=("--healthcheck",),
                          environment={"ANNALS_ADMIN_LISTEN": self.addresses[name + "-admin"]})
        self.assertEqual(expected, done.returncode, done.stderr)

    def test_plain_text_beyond_loopback_is_refused(self):
        for name in ("extractor", "query"):
            done = ENGINE.run(f"annals-{name}")
            self.assertEqual(2, done.returncode)
            self.assertIn("plain text on 0.0.0.0", done.stderr)

    def test_nothing_but_what_runs_is_inside(self):
        for image in IMAGES:
            self.assertEqual("65532:65532", ENGINE.inspect(image, "{{.Config.User}}"))
            self.assertNotEqual(0, ENGINE.run(image, options=("--entrypoint=/bin/sh",), command=("-c", "true")).returncode)
            print(f"{image}: {int(ENGINE.inspect(image, '{{.Size}}')) / 1e6:.0f} MB")

    def test_the_pair_serves_and_keeps_what_it_was_told(self):
        extractor, query = self.start("extractor"), self.start("query")
        print(f"from run to serving: extractor {extractor.seconds_to_serve:.2f} s, query {query.seconds_to_serve:.2f} s")
        for container in (extractor, query):
            self.check_confinement(container)
        self.submit_samples()
        timeline = self.view("timeline", COMPANY, "--min_revision=6")
        self.assertIn("沈若谷", timeline)
        self.assertIn("陆知行", self.view("graph", COMPANY))
        for name in ("extractor", "query"):
            self.check_health(name, 0)
        for container in (query, extractor):
            self.assertEqual(0, container.stop()[0])
            self.assertEqual("stopped", container.log_lines()[-1]["message"])
        for name in ("extractor", "query"):
            self.check_health(name, 1)
        self.start("extractor"), self.start("query").wait_until_ready()
        self.assertEqual(timeline, self.view("timeline", COMPANY, "--min_revision=6"))

    def start_nats(self):
        """Three nodes, confined as the services are; returns their addresses when the streams can be made."""
        nodes = [{part: free_address() for part in ("LISTEN", "MONITOR", "CLUSTER")} for _ in range(3)]
        routes = ", ".join("nats://" + node["CLUSTER"] for node in nodes)
        containers = []
        for number, node in enumerate(nodes):
            volume = f"annals-test-nats-{node['LISTEN'].split(':')[1]}"
            self.addCleanup(ENGINE.remove_volume, volume)
            environment = {f"NATS_{part}": address for part, address in node.items()}
            environment |= {"NATS_NAME": f"n{number}", "NATS_ROUTES": f"[{routes}]", "NATS_MAX_STORE": "1GB"}
            # A node answers once it has found the others: all are started before one is waited for.
            containers.append(Container(ENGINE, "annals-nats", volume, environment, wait=False))
            self.addCleanup(containers[-1].close)
        for container in containers:
            container.wait_until_alive()
        for container in containers:
            self.check_confinement(container)
        return ",".join("nats://" + node["LISTEN"] for node in nodes)

    def test_two_extractors_and_a_replica_share_a_journal_on_nats(self):
        servers = self.start_nats()
        self.addresses |= {name: free_address() for name in ("second", "second-admin")}
        for name in ("extractor", "second", "query"):
            image = "annals-query" if name == "query" else "annals-extractor"
            volume = f"annals-test-{name}-{self.addresses[name].split(':')[1]}"
            self.addCleanup(ENGINE.remove_volume, volume)
            environment = {"ANNALS_LISTEN": self.addresses[name], "ANNALS_ADMIN_LISTEN": self.addresses[name + "-admin"],
                           "ANNALS_JOURNAL": servers}
            self.addCleanup(Container(ENGINE, image, volume, environment).close)
        self.submit_samples()
        again = self.tool("annals-extractor", "annals-extract", f"--submit={self.addresses['second']}", "/samples/2025-09-xingcha-ipo.json",
                          options=("-v", f"{SAMPLES}:/samples:ro"))
        self.assertIn("0 created, 0 replaced, 1 unchanged", again.stderr)
        self.assertIn("沈若谷", self.view("timeline", COMPANY, "--min_revision=6"))

    def test_a_stop_under_load_loses_nothing_acknowledged(self):
        extractor = self.start("extractor")
        with tempfile.TemporaryDirectory() as directory:
            write_load(directory + "/load.jsonl")
            pathlib.Path(directory).chmod(0o755)
            client = subprocess.Popen(
                ENGINE.arguments("annals-extractor", command=(f"--submit={self.addresses['extractor']}", "/load/load.jsonl"),
                                 options=("--entrypoint=/usr/bin/annals-extract", "-v", f"{directory}:/load:ro")),
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            self.addCleanup(client.wait)
            while self.revision(extractor) < 500:
                self.assertIsNone(client.poll(), "the load ended too early")
            status, seconds = extractor.stop()
            print(f"stopped under load in {seconds:.2f} s")
            self.assertEqual(0, status)
            again = self.start("extractor")
            report = client.communicate(timeout=240)[1]
        acknowledged = max(int(revision) for revision in re.findall(r"revision (\d+)", report))
        self.assertGreaterEqual(acknowledged, 500)
        self.assertGreaterEqual(self.revision(again), acknowledged)

    def revision(self, container):
        for line in container.get("/metrics")[1].splitlines():
            if line.startswith("annals_journal_revision "):
                return int(line.split()[1])
        return 0


if __name__ == "__main__":
    ENGINE = Engine()
    unittest.main()
