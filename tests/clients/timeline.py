"""Submits an article and reads a timeline: timeline.py EXTRACTOR QUERY NAME (both HOST:PORT). With ANNALS_TOKEN it sends that, with
ANNALS_CA_FILE (PEM) it speaks TLS. Calls are retried as deploy/service_config.json says: only while a server is UNAVAILABLE.

The stubs come from Debian's packages (apt install python3-grpcio python3-protobuf protobuf-compiler protobuf-compiler-grpc):

  mkdir -p build/python && protoc -I proto --python_out=build/python --grpc_python_out=build/python \
    --plugin=protoc-gen-grpc_python=/usr/bin/grpc_python_plugin proto/annals/v1/*.proto
  PYTHONPATH=build/python python3 tests/clients/timeline.py EXTRACTOR QUERY NAME
"""
import os
import pathlib
import sys

import grpc
from annals.v1 import article_pb2, event_pb2, extractor_service_pb2, extractor_service_pb2_grpc
from annals.v1 import query_service_pb2, query_service_pb2_grpc

SERVICE_CONFIG = pathlib.Path(__file__).resolve().parents[2] / "deploy/service_config.json"


def connect(address):
    options = [("grpc.service_config", SERVICE_CONFIG.read_text())]
    authorities = os.environ.get("ANNALS_CA_FILE")
    if not authorities:
        return grpc.insecure_channel(address, options)
    return grpc.secure_channel(address, grpc.ssl_channel_credentials(pathlib.Path(authorities).read_bytes()), options)


token = os.environ.get("ANNALS_TOKEN")
metadata = [("authorization", f"Bearer {token}")] if token else []
extractor_address, query_address, name = sys.argv[1:]
article = article_pb2.Article(
    id="example-python", source="例报", published_at="2025-10-09", text="10月8日，前远岫科技产品总监程以安加入星槎智能，出任首席产品官。"
)

extractor = extractor_service_pb2_grpc.ExtractorServiceStub(connect(extractor_address))
submitted = extractor.SubmitArticle(extractor_service_pb2.SubmitArticleRequest(article=article), timeout=10, metadata=metadata)
print(f"revision {submitted.revision}, {submitted.event_count} events")

# min_revision: the answer shows what was just written.
query = query_service_pb2_grpc.QueryServiceStub(connect(query_address))
request = query_service_pb2.GetTimelineRequest(entity=name, min_revision=submitted.revision)
timeline = query.GetTimeline(request, timeout=10, metadata=metadata)
names = {entity.id: entity.name for entity in [timeline.entity, *timeline.entities]}
for row in timeline.events:
    who = ", ".join(names.get(argument.entity_id, argument.value.text) for argument in row.event.arguments)
    print(row.event.time.start or "undated   ", event_pb2.EventType.Name(row.event.type), who)
