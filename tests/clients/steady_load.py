"""Submits articles and reads each back, from several threads, while servers come and go: steady_load.py EXTRACTOR QUERY[,QUERY…]
(HOST:PORT, or several HOST:PORT of replicas). Calls are retried as deploy/service_config.json says, and have a deadline.

Prints a line for each article that was submitted and found on its timeline, and for each that was lost, with the reason; ends when
its standard input does. With ANNALS_CA_FILE and ANNALS_TOKEN as timeline.py."""
import os
import pathlib
import sys
import threading

import grpc
from annals.v1 import article_pb2, extractor_service_pb2, extractor_service_pb2_grpc
from annals.v1 import query_service_pb2, query_service_pb2_grpc

SERVICE_CONFIG = pathlib.Path(__file__).resolve().parents[2] / "deploy/service_config.json"
COMPANY = "星河智能"
THREADS = 4
DEADLINE = 60  # seconds, retries included

token = os.environ.get("ANNALS_TOKEN")
metadata = [("authorization", f"Bearer {token}")] if token else []


def connect(addresses):
    target = "ipv4:" + addresses
    options = [("grpc.service_config", SERVICE_CONFIG.read_text())]
    authorities = os.environ.get("ANNALS_CA_FILE")
    if not authorities:
        return grpc.insecure_channel(target, options)
    return grpc.secure_channel(target, grpc.ssl_channel_credentials(pathlib.Path(authorities).read_bytes()), options)


extractor = extractor_service_pb2_grpc.ExtractorServiceStub(connect(sys.argv[1]))
query = query_service_pb2_grpc.QueryServiceStub(connect(sys.argv[2]))
over = threading.Event()
one_line_at_a_time = threading.Lock()


def say(*words):
    with one_line_at_a_time:
        print(*words, flush=True)


def submit_and_find(thread, number):
    article = article_pb2.Article(id=f"steady-{thread}-{number}", published_at="2025-07-01",
                                  text=f"6月{number % 28 + 1}日，林知远加入{COMPANY}，出任首席执行官。")
    submitted = extractor.SubmitArticle(extractor_service_pb2.SubmitArticleRequest(article=article), timeout=DEADLINE, metadata=metadata)
    request = query_service_pb2.GetTimelineRequest(entity=COMPANY, min_revision=submitted.revision)
    timeline = query.GetTimeline(request, timeout=DEADLINE, metadata=metadata)
    if not timeline.events or timeline.revision < submitted.revision:
        raise LookupError(f"revision {submitted.revision} is not on the timeline of revision {timeline.revision}")


def work(thread):
    number = 0
    while not over.is_set():
        number += 1
        try:
            submit_and_find(thread, number)
            say("found", thread, number)
        except (grpc.RpcError, LookupError) as error:
            say("lost", thread, number, repr(error).replace("\n", " "))


threads = [threading.Thread(target=work, args=(i,)) for i in range(THREADS)]
for each in threads:
    each.start()
sys.stdin.read()
over.set()
for each in threads:
    each.join()
