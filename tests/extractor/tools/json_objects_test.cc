#include "extractor/tools/json_objects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace annals {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "LINE:complete text" or "LINE:broken text", line ends as '|'.
std::vector<std::string> Pieces(const std::string& text) {
  std::istringstream input(text);
  JsonObjectReader reader(input);
  std::vector<std::string> pieces;
  JsonPiece piece;
  while (reader.Next(piece)) {
    std::string shown = std::to_string(piece.line) + (piece.complete ? ":" : ":broken ") + piece.text;
    shown.pop_back();
    for (char& c : shown) {
      if (c == '\n') c = '|';
    }
    pieces.push_back(shown);
  }
  return pieces;
}

TEST(JsonObjectsTest, OneALine) {
  EXPECT_THAT(Pieces("{\"a\":1}\n{\"b\":{}}\n"), ElementsAre("1:{\"a\":1}", "2:{\"b\":{}}"));
  EXPECT_THAT(Pieces("{\"a\":1}"), ElementsAre("1:{\"a\":1}"));
  EXPECT_THAT(Pieces("\n\n  {\"a\":1}\r\n\n"), ElementsAre("3:  {\"a\":1}\r"));
  EXPECT_THAT(Pieces(""), IsEmpty());
  EXPECT_THAT(Pieces(" \n\t\n"), IsEmpty());
}

TEST(JsonObjectsTest, OneOverManyLines) {
  EXPECT_THAT(Pieces("{\n \"a\": [\n  {\"x\": 1},\n  {\"y\": 2}\n ]\n}\n"),
              ElementsAre("1:{| \"a\": [|  {\"x\": 1},|  {\"y\": 2}| ]|}"));
}

TEST(JsonObjectsTest, AnIndentedArrayMayStandAtTheLeftEdge) {
  EXPECT_THAT(Pieces("{\"a\": [\n{\"x\": 1},\n{\"y\": 2}\n],\n\"b\":\n{}\n}\n"),
              ElementsAre("1:{\"a\": [|{\"x\": 1},|{\"y\": 2}|],|\"b\":|{}|}"));
}

TEST(JsonObjectsTest, SeveralOverManyLines) {
  EXPECT_THAT(Pieces("{\n\"a\": 1\n}\n{\n\"b\": 2\n}\n"), ElementsAre("1:{|\"a\": 1|}", "4:{|\"b\": 2|}"));
}

TEST(JsonObjectsTest, BracketsInsideStringsDoNotCount) {
  EXPECT_THAT(Pieces("{\"a\":\"}{[\\\"}\"}\n{}\n"), ElementsAre("1:{\"a\":\"}{[\\\"}\"}", "2:{}"));
}

TEST(JsonObjectsTest, ABrokenLineLeavesTheOthersAlone) {
  EXPECT_THAT(Pieces("{\"a\":1}\n{\"b\":\n{\"c\":3}\n"),
              ElementsAre("1:{\"a\":1}", "2:broken {\"b\":|{\"c\":3}"))
      << "where an object may stand, nobody can tell";
  EXPECT_THAT(Pieces("{\"a\":\"cut o\n{\"b\":2}\n"), ElementsAre("1:broken {\"a\":\"cut o", "2:{\"b\":2}"));
  EXPECT_THAT(Pieces("{\"a\":1\n{\"b\":2}\n"), ElementsAre("1:broken {\"a\":1", "2:{\"b\":2}"));
  EXPECT_THAT(Pieces("nonsense\n{\"b\":2}\n"), ElementsAre("1:broken nonsense", "2:{\"b\":2}"));
  EXPECT_THAT(Pieces("}}\n{\"b\":2}\n"), ElementsAre("1:broken }}", "2:{\"b\":2}"));
  EXPECT_THAT(Pieces("{\"a\":["), ElementsAre("1:broken {\"a\":["));
}

}  // namespace
}  // namespace annals
