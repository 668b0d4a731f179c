"""A NATS cluster of real nats-server processes on loopback, for tests and benchmarks in Python (in C++: nats_cluster.h)."""
import json
import os
import pathlib
import random
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from annals_processes import ROOT

CONFIGURATION = ROOT / "deploy/nats/nats.conf"
# What deploy/install-nats.sh brings, or else Debian's.
SERVER = next((path for path in (ROOT / "build/tools/nats-server",) if os.access(path, os.X_OK)), "/usr/sbin/nats-server")
# Below the ports that the kernel gives to whoever connects.
PORTS = range(10_000, 32_000)


GIVEN = set()


def free_port():
    """Never the same one twice: nobody listens at it yet when the next is looked for."""
    while True:
        port = random.choice(PORTS)
        with socket.socket() as probe:
            if port not in GIVEN and probe.connect_ex(("127.0.0.1", port)) != 0:
                GIVEN.add(port)
                return port


def ask(port, path):
    """The status, None for no answer, and what it says."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=3) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, {}
    except OSError:
        return None, {}


class Node:
    def __init__(self, name):
        self.name = name
        self.client, self.monitor, self.cluster = free_port(), free_port(), free_port()
        self.process = None

    def url(self):
        return f"nats://127.0.0.1:{self.client}"

    def streams(self):
        """Each stream as the node sees it, by name."""
        accounts = ask(self.monitor, "/jsz?streams=true&consumers=true&config=true")[1].get("account_details", [])
        return {stream["name"]: stream for account in accounts for stream in account.get("stream_detail", [])}

    def is_ready(self):
        """Whether it answers, and it, each stream and each durable consumer has a leader."""
        if ask(self.monitor, "/healthz?js-server-only=true")[0] != 200:
            return False
        streams = self.streams().values()
        parts = [*streams, *(consumer for stream in streams for consumer in stream.get("consumer_detail", [])
                             if consumer.get("config", {}).get("durable_name"))]
        meta = ask(self.monitor, "/jsz")[1].get("meta_cluster", {})
        if meta.get("leader") == self.name and not all(peer["current"] or peer.get("offline") for peer in meta.get("replicas", [])):
            return False
        return all(cluster.get("leader") for cluster in [meta, *(part.get("cluster", {}) for part in parts)])


class NatsCluster:
    """A context manager; three nodes, or as many as asked for, more than one."""

    def __init__(self, nodes=3, max_store="8GB"):
        self.nodes = [Node(f"n{i}") for i in range(nodes)]
        self.max_store = max_store
        self.directory = tempfile.mkdtemp()

    def __enter__(self):
        for node in self.nodes:
            self.start(node)
        self.wait_until_ready()
        return self

    def __exit__(self, *unused):
        for node in self.nodes:
            self.kill(node)
        shutil.rmtree(self.directory)

    def urls(self):
        return ",".join(node.url() for node in self.nodes)

    def start(self, node):
        routes = ", ".join(f"nats://127.0.0.1:{other.cluster}" for other in self.nodes)
        environment = {"NATS_NAME": node.name, "NATS_LISTEN": f"127.0.0.1:{node.client}", "NATS_MONITOR": f"127.0.0.1:{node.monitor}",
                       "NATS_CLUSTER": f"127.0.0.1:{node.cluster}", "NATS_ROUTES": f"[{routes}]",
                       "NATS_STORE": str(pathlib.Path(self.directory, node.name)), "NATS_MAX_STORE": self.max_store}
        with open(f"{self.directory}/{node.name}.log", "ab") as log:
            node.process = subprocess.Popen([SERVER, "-c", str(CONFIGURATION)], env={**os.environ, **environment}, stdout=log, stderr=log)

    def kill(self, node):
        if node.process:
            node.process.kill()
            node.process.wait()
            node.process = None

    def up(self):
        return [node for node in self.nodes if node.process]

    def wait_until_ready(self, seconds=60):
        deadline = time.monotonic() + seconds
        while not all(node.is_ready() for node in self.up()):
            if time.monotonic() > deadline:
                raise TimeoutError(pathlib.Path(self.directory, self.up()[0].name + ".log").read_text())
            time.sleep(0.02)  # between one question and the next

    def leader_of(self, stream):
        """The node that leads it; None: there is none."""
        for node in self.up():
            leader = node.streams().get(stream, {}).get("cluster", {}).get("leader")
            found = [other for other in self.up() if other.name == leader]
            if found:
                return found[0]
        return None
