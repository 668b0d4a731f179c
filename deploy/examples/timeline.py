"""Submits an article and reads a timeline: timeline.py EXTRACTOR QUERY NAME (both HOST:PORT).

The stubs come from Debian's packages (apt install python3-grpcio python3-protobuf protobuf-compiler protobuf-compiler-grpc):

  mkdir -p build/python && protoc -I proto --python_out=build/python --grpc_python_out=build/python \
    --plugin=protoc-gen-grpc_python=/usr/bin/grpc_python_plugin proto/annals/v1/*.proto
  PYTHONPATH=build/python python3 deploy/examples/timeline.py EXTRACTOR QUERY NAME
"""
import sys

import grpc
from annals.v1 import article_pb2, event_pb2, extractor_service_pb2, extractor_service_pb2_grpc
from annals.v1 import query_service_pb2, query_service_pb2_grpc

extractor_address, query_address, name = sys.argv[1:]
article = article_pb2.Article(
    id="example-python", source="例报", published_at="2025-10-09", text="10月8日，前远岫科技产品总监程以安加入星槎智能，出任首席产品官。"
)

extractor = extractor_service_pb2_grpc.ExtractorServiceStub(grpc.insecure_channel(extractor_address))
submitted = extractor.SubmitArticle(extractor_service_pb2.SubmitArticleRequest(article=article), timeout=10)
print(f"revision {submitted.revision}, {submitted.event_count} events")

# min_revision: the answer shows what was just written.
query = query_service_pb2_grpc.QueryServiceStub(grpc.insecure_channel(query_address))
request = query_service_pb2.GetTimelineRequest(entity=name, min_revision=submitted.revision)
timeline = query.GetTimeline(request, timeout=10)
names = {entity.id: entity.name for entity in [timeline.entity, *timeline.entities]}
for row in timeline.events:
    who = ", ".join(names.get(argument.entity_id, argument.value.text) for argument in row.event.arguments)
    print(row.event.time.start or "undated   ", event_pb2.EventType.Name(row.event.type), who)
