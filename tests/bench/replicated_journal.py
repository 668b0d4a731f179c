"""See replicated_journal.sh."""
import contextlib
import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

import grpc
import speed_corpus

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from annals_processes import BIN, Service  # noqa: E402
from nats_processes import NatsCluster  # noqa: E402
from python_client import make_stubs  # noqa: E402

STUBS = tempfile.TemporaryDirectory()
make_stubs(STUBS.name)
sys.path.insert(0, STUBS.name)
from annals.v1 import article_pb2, extractor_service_pb2 as extractor_pb  # noqa: E402
from annals.v1 import extractor_service_pb2_grpc as extractor_grpc  # noqa: E402
from annals.v1 import query_service_pb2 as query_pb, query_service_pb2_grpc as query_grpc  # noqa: E402

CLIENTS = 4
ROUNDS = 3
ARTICLE_BYTES = 2000
LAG_SAMPLES = 500
KILLS = 5
QUIET = "--log_level=warning"


class Setting:
    """Extractors and one replica: around a journal of their own (0 extractors stand for one that embeds it) or on NATS."""

    def __init__(self, extractors):
        self.name = f"{extractors} on NATS" if extractors else "embedded"
        self.extractor_count = extractors

    def __enter__(self):
        self._cleanup = contextlib.ExitStack()
        with self._cleanup:
            self._directory = self._cleanup.enter_context(tempfile.TemporaryDirectory())
            self.nats = self._cleanup.enter_context(NatsCluster()) if self.extractor_count else None
            journal = [f"--journal={self.nats.urls()}"] if self.nats else []
            self.extractors = [self._start("annals-extractor", f"extractor-{i}", *journal) for i in range(self.extractor_count or 1)]
            self._source = journal or [f"--extractor={self.extractors[0].address}"]
            self._replicas = 0
            self.query = self.start_query()
            self._cleanup = self._cleanup.pop_all()
        return self

    def __exit__(self, *unused):
        self._cleanup.close()

    def _start(self, binary, directory, *flags):
        service = Service(binary, f"{self._directory}/{directory}", QUIET, *flags)
        self._cleanup.callback(service.process.wait)
        self._cleanup.callback(service.process.kill)
        return service

    def start_query(self):
        self._replicas += 1
        service = self._start("annals-query", f"query-{self._replicas}", *self._source)
        return query_grpc.QueryServiceStub(grpc.insecure_channel(service.address))

    def stub(self, number=0):
        return extractor_grpc.ExtractorServiceStub(grpc.insecure_channel(self.extractors[number].address))


def wait_until_shown(query, revision):
    """Until the replica answers with the revision applied."""
    while True:
        try:
            query.GetEvent(query_pb.GetEventRequest(event_id="none", min_revision=revision), timeout=60)
        except grpc.RpcError as error:
            if error.code() == grpc.StatusCode.NOT_FOUND:
                return


def submit(setting, files):
    """All files at once, each to the next extractor; returns the last revision."""
    clients = [subprocess.Popen([BIN / "annals-extract", f"--submit={setting.extractors[i % len(setting.extractors)].address}", file],
                                stderr=subprocess.PIPE, text=True) for i, file in enumerate(files)]
    last = 0
    for client in clients:
        report = client.communicate()[1]
        if client.returncode != 0:
            raise RuntimeError(report)
        last = max(last, int(report.rsplit("revision ", 1)[1]))
    return last


def write_articles(directory, name, texts):
    """One file for each client."""
    files = [pathlib.Path(directory, f"{name}-{client}.jsonl") for client in range(CLIENTS)]
    for client, path in enumerate(files):
        with path.open("w", encoding="utf-8") as out:
            for number in range(client, len(texts), CLIENTS):
                article = {"id": f"{name}-{number}", "published_at": "2025-07-01", "text": texts[number]}
                out.write(json.dumps(article, ensure_ascii=False) + "\n")
    return files


def measure_throughput(setting, files, count):
    """Articles a second until all are answered, and until the replica shows them."""
    begun = time.monotonic()
    last = submit(setting, files)
    answered = time.monotonic() - begun
    wait_until_shown(setting.query, last)
    return count / answered, count / (time.monotonic() - begun)


def short_article(number):
    """A person of its own in one of 3,600 companies: one person in all of them would be taken for many, at some cost."""
    surnames, given, brands = speed_corpus.SURNAMES, speed_corpus.GIVEN, speed_corpus.BRANDS
    person = surnames[number % len(surnames)] + given[number // len(surnames) % len(given)] + given[number // 7 % len(given)]
    company = brands[number % len(brands)] + brands[number // len(brands) % len(brands)] + "科技"
    return f"6月{number % 28 + 1}日，{person}加入{company}，出任首席执行官。"


def measure_lag(setting):
    """Milliseconds from an answer to the replica's showing it, one article at a time, and those an answer takes."""
    stub, lags, answers = setting.stub(), [], []
    for number in range(LAG_SAMPLES):
        article = article_pb2.Article(id=f"lag-{number}", published_at="2025-07-01", text=short_article(number))
        begun = time.monotonic()
        revision = stub.SubmitArticle(extractor_pb.SubmitArticleRequest(article=article), timeout=60).revision
        answered = time.monotonic()
        wait_until_shown(setting.query, revision)
        answers.append(1000 * (answered - begun))
        lags.append(1000 * (time.monotonic() - answered))
    return sorted(lags), sorted(answers)


def measure_catching_up(setting, files):
    """Seconds that an empty replica takes from its start until it shows everything."""
    last = submit(setting, files)
    begun = time.monotonic()
    wait_until_shown(setting.start_query(), last)
    return last, time.monotonic() - begun


def measure_recovery(setting):
    """Seconds from the death of the entries' leader to the first article that is kept again."""
    stub, seconds = setting.stub(), []
    for number in range(KILLS):
        article = article_pb2.Article(id=f"after-kill-{number}", published_at="2025-07-01", text=short_article(number))
        leader = setting.nats.leader_of("ANNALS_ENTRIES")
        setting.nats.kill(leader)
        begun = time.monotonic()
        while True:
            try:
                stub.SubmitArticle(extractor_pb.SubmitArticleRequest(article=article), timeout=60)
                break
            except grpc.RpcError as error:
                if error.code() not in (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED):
                    raise
        seconds.append(time.monotonic() - begun)
        setting.nats.start(leader)
        setting.nats.wait_until_ready()
    return sorted(seconds)


def percentile(values, share):
    return values[min(len(values) - 1, int(share * len(values)))]


def say(text):
    print(text, file=sys.stderr, flush=True)


def main(articles, entries):
    rng, pool = random.Random(6), speed_corpus.sentences()
    throughput, lags, caught_up = {}, {}, {}
    recovery = []
    with tempfile.TemporaryDirectory() as directory:
        load = write_articles(directory, "load", [speed_corpus.text_of(ARTICLE_BYTES, rng, pool) for _ in range(articles)])
        many = write_articles(directory, "many", [short_article(number) for number in range(entries)])
        for turn in range(ROUNDS):
            for extractors in (0, 1, 2, 4):
                with Setting(extractors) as setting:
                    figures = measure_throughput(setting, load, articles)
                    throughput.setdefault(setting.name, []).append(figures)
                    say(f"round {turn + 1}, {setting.name}: {figures[0]:.0f} articles/s answered, {figures[1]:.0f} shown")
                    if turn == 0 and extractors < 2:
                        lags[setting.name] = measure_lag(setting)
        for extractors in (0, 2):
            with Setting(extractors) as setting:
                caught_up[setting.name] = measure_catching_up(setting, many)
                say(f"{setting.name}: {caught_up[setting.name][0]} entries caught up in {caught_up[setting.name][1]:.1f} s")
                if setting.nats:
                    recovery = measure_recovery(setting)
    print(f"\n{articles} articles of {ARTICLE_BYTES} bytes, {CLIENTS} clients, median of {ROUNDS} rounds\n")
    print("| | until answered | until a replica shows them |\n| --- | --- | --- |")
    for name, rounds in throughput.items():
        answered, shown = (statistics.median(column) for column in zip(*rounds))
        print(f"| articles a second, {name} | {answered:.0f} | {shown:.0f} |")
    print("\n| | p50 | p99 |\n| --- | --- | --- |")
    for name, (behind, answers) in lags.items():
        print(f"| ms until one article is answered, {name} | {percentile(answers, .5):.1f} | {percentile(answers, .99):.1f} |")
        print(f"| ms from its answer until a replica shows it, {name} | {percentile(behind, .5):.1f} | {percentile(behind, .99):.1f} |")
    print("\n| | seconds |\n| --- | --- |")
    for name, (last, seconds) in caught_up.items():
        print(f"| an empty replica catches up with {last} entries, {name} | {seconds:.1f} |")
    print(f"| the leader of the entries is killed: until an article is kept again, median of {KILLS} (longest) "
          f"| {statistics.median(recovery):.1f} ({recovery[-1]:.1f}) |")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
