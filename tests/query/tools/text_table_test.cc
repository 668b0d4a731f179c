#include "query/tools/text_table.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

TEST(TextTableTest, AlignsByColumnsOfTheTerminal) {
  EXPECT_EQ(RenderTable({"who", "what"}, {{"字节跳动", "x"}, {"a", "yy"}}),
            "who       what\n"
            "────────  ────\n"
            "字节跳动  x\n"
            "a         yy\n");
}

TEST(TextTableTest, LeavesOutEmptyColumns) {
  EXPECT_EQ(RenderTable({"a", "none", "b"}, {{"1", "", "2"}}),
            "a  b\n"
            "─  ─\n"
            "1  2\n");
}

}  // namespace
}  // namespace annals
