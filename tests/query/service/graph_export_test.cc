// ExportGraph over TCP; the files are read by parsers of others.
#include "query/service/graph_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/errors/errors.h"
#include "tests/query/support/query_server.h"
#include "tests/support/text_proto.h"

namespace annals::query {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const char* const kHostile = R"(Eve \"]; <x&y>,\n|--> \")";

class GraphExportTest : public testing::Test {
 protected:
  GraphExportTest() : server_(index_) {
    TestJournal journal;
    journal.Extract(
        "a1", "2025-01-02",
        TestEvent("JOIN", "person=p:Ann organization=o:Acme", "2024-03-01") +
            TestEvent("DEPART", "person=p:Eve organization=o:Acme", "2025-01-01") +
            "relations { type: RELATION_TYPE_POSITION from_entity_id: 'p:Ann' to_entity_id: 'o:Acme' "
            "title: 'CTO, \"the\" <first>' }" +
            "entities { id: 'o:Alone' type: ENTITY_TYPE_ORGANIZATION name: 'Alone' }" +
            absl::StrCat("entities { id: 'p:Eve' type: ENTITY_TYPE_PERSON name: \"", kHostile, "\" }"));
    index_.Apply(journal.entries());
  }

  absl::Status Export(const std::string& request, std::string& file) {
    grpc::ClientContext context;
    const auto stream = server_.stub().ExportGraph(&context, FromText<v1::ExportGraphRequest>(request));
    v1::ExportGraphResponse piece;
    while (stream->Read(&piece)) {
      EXPECT_LE(piece.chunk().size(), kExportChunkBytes);
      file += piece.chunk();
    }
    return FromGrpcStatus(stream->Finish());
  }
  std::string Export(const std::string& request) {
    std::string file;
    const absl::Status status = Export(request, file);
    EXPECT_TRUE(status.ok()) << status;
    return file;
  }
  // Whether Python, with the file as `text`, finds the statement true.
  static bool Python(const std::string& file, const std::string& statement) {
    std::string path = testing::TempDir() + "/annals-export.XXXXXX";
    if (mkstemp(path.data()) < 0) return false;
    std::ofstream(path) << file;
    const std::string command = absl::StrCat(
        "python3 -c 'import sys, csv, json, io, xml.etree.ElementTree as xml; text = open(sys.argv[1], "
        "newline=\"\").read(); assert ",
        statement, "' ", path);
    const bool holds = std::system(command.c_str()) == 0;
    std::remove(path.c_str());
    return holds;
  }

  TestIndex index_;
  QueryServer server_;
};

TEST_F(GraphExportTest, JsonLinesHoldNodesThenTheirEdges) {
  const std::string file = Export("");
  EXPECT_TRUE(Python(file,
                     "[list(json.loads(line))[0] for line in text.splitlines()] == "
                     "[\"node\"] * 4 + [\"edge\"] * 3"))
      << file;
}

TEST_F(GraphExportTest, WhatWasMergedIsOneNode) {
  v1::JournalEntry merge;
  merge.set_revision(2);
  merge.mutable_entities_merged()->set_from_entity_id("o:Alone");
  merge.mutable_entities_merged()->set_into_entity_id("o:Acme");
  index_.Apply({merge});
  const std::string file = Export("");
  EXPECT_TRUE(Python(file,
                     "sorted(json.loads(line)[\"node\"][\"id\"] for line in text.splitlines() if \"node\" in "
                     "json.loads(line)) == [\"o:Acme\", \"p:Ann\", \"p:Eve\"]"))
      << file;
}

TEST_F(GraphExportTest, GraphMlIsXmlWithEveryName) {
  const std::string file = Export("format: EXPORT_FORMAT_GRAPHML");
  EXPECT_TRUE(Python(file, "len(xml.fromstring(text.encode()).findall(\".//{*}edge\")) == 3")) << file;
  EXPECT_TRUE(
      Python(file, "any(\"<x&y>\" in (d.text or \"\") for d in xml.fromstring(text.encode()).iter())"))
      << file;
}

TEST_F(GraphExportTest, CsvHasALineForEachEdge) {
  const std::string file = Export("format: EXPORT_FORMAT_CSV");
  EXPECT_TRUE(Python(file, "[len(row) for row in csv.reader(io.StringIO(text))] == [15] * 4")) << file;
  EXPECT_TRUE(Python(file,
                     "[row[\"kind\"] for row in csv.DictReader(io.StringIO(text))] == "
                     "[\"JOIN\", \"DEPART\", \"POSITION\"]"))
      << file;
}

TEST_F(GraphExportTest, DrawingsNameNodesByNumber) {
  const std::string dot = Export("format: EXPORT_FORMAT_DOT");
  EXPECT_THAT(dot, testing::StartsWith("digraph annals {\n"));
  EXPECT_THAT(dot, testing::EndsWith("}\n"));
  EXPECT_EQ(std::count(dot.begin(), dot.end(), '\n'), 2 + 4 + 3);
  const std::string mermaid = Export("format: EXPORT_FORMAT_MERMAID");
  EXPECT_THAT(mermaid, testing::StartsWith("graph LR\n"));
  EXPECT_EQ(std::count(mermaid.begin(), mermaid.end(), '\n'), 1 + 4 + 3);
}

TEST_F(GraphExportTest, AFilterLeavesOutWhatHasNoEdge) {
  const std::string file = Export("filter { types: EVENT_TYPE_JOIN }");
  EXPECT_THAT(file, HasSubstr("2024-03-01"));
  EXPECT_THAT(file, Not(HasSubstr("2025-01-01")));
  EXPECT_THAT(file, Not(HasSubstr("Alone")));
}

TEST_F(GraphExportTest, ThePastHasOnlyWhatWasThen) {
  EXPECT_THAT(Export("as_of { day: '2024-12-31' }"), Not(HasSubstr("2025-01-01")));
  EXPECT_THAT(Export("as_of { day: '2024-12-31' }"), HasSubstr("2024-03-01"));
  EXPECT_EQ(Export("as_of { known_on: '2025-01-01' }"), "");
  std::string file;
  EXPECT_EQ(FieldOf(Export("as_of { revision: 99 }", file)), "as_of.revision");
}

TEST_F(GraphExportTest, ALargeGraphComesInPieces) {
  TestJournal journal;
  std::string crowd;
  for (int i = 0; i < 3000; ++i)
    crowd += TestEvent("JOIN", absl::StrCat("person=p:", i, " organization=o:Acme"), "2025-01-01");
  journal.Extract("b", "2025-01-02", crowd);
  ASSERT_TRUE(index_->Clear().ok());
  index_.Apply(journal.entries());
  const std::string file = Export("format: EXPORT_FORMAT_CSV");
  EXPECT_GT(file.size(), 2 * kExportChunkBytes);
  EXPECT_EQ(std::count(file.begin(), file.end(), '\n'), 3001);
}

TEST_F(GraphExportTest, WhoGoesAwayEndsTheExport) {
  const auto view = *index_->View();
  WorkBudget budget(1000000);
  int pieces = 0;
  const absl::Status status =
      ExportGraph(*view, {}, budget, [&](const std::string&) { return ++pieces < 1; });
  EXPECT_EQ(status.code(), absl::StatusCode::kCancelled);
  EXPECT_EQ(pieces, 1);
}

TEST_F(GraphExportTest, BadRequestsNameTheirField) {
  std::string file;
  EXPECT_EQ(FieldOf(Export("format: 9", file)), "format");
  EXPECT_EQ(FieldOf(Export("filter { types: 99 }", file)), "filter.types[0]");
  EXPECT_EQ(file, "");
}

}  // namespace
}  // namespace annals::query
