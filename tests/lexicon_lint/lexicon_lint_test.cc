// The lexicon's files keep their own rules: explained, unique, folded, and no row refers to what is not
// there.
#include <gtest/gtest.h>
#include <opencc.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "annals/v1/entity.pb.h"
#include "annals/v1/event.pb.h"
#include "extractor/lexicon/table.h"

namespace annals {
namespace {

constexpr char kDirectory[] = "extractor/lexicon/data";

// What makes a row one of its kind; a file that is not listed is keyed by its first column.
const std::map<std::string, std::vector<std::string>>& Keys() {
  static const auto& keys = *new std::map<std::string, std::vector<std::string>>{
      {"argument_marks.tsv", {"word", "types", "place", "tail"}},
      {"boilerplate.tsv", {"pattern", "match", "place"}},
      {"cues.tsv", {"word", "kind", "side", "reach"}},
      {"holidays.tsv", {"festival", "first"}},
      {"name_connectors.tsv", {"word", "kind"}},
      {"organization_suffixes.tsv", {"suffix", "type"}},
      {"quantity_words.tsv", {"word", "role"}},
      {"time_bounds.tsv", {"word", "side", "bound"}},
      {"time_words.tsv", {"word", "field"}},
      {"triggers.tsv", {"word", "type", "frame"}},
  };
  return keys;
}

struct File {
  std::string name;
  std::string comment;  // the commentary it opens with
  std::vector<std::string> columns;
  Table table;

  int ColumnOf(const std::string& column) const { return table.Column(column).value(); }
  std::string Cell(int row, const std::string& column) const {
    const absl::string_view cell = table.Cell(row, ColumnOf(column));
    return std::string(cell.data(), cell.size());
  }
};

std::string ReadAll(const std::filesystem::path& path) {
  std::ostringstream content;
  content << std::ifstream(path).rdbuf();
  return content.str();
}

// The first lines of a file, up to the one that names the columns.
void ReadHeader(const std::string& content, File& file) {
  for (const absl::string_view line : absl::StrSplit(content, '\n')) {
    if (absl::StartsWith(line, "#")) {
      absl::StrAppend(&file.comment, line, "\n");
      continue;
    }
    file.columns = absl::StrSplit(line, '\t');
    return;
  }
}

std::vector<std::string> FileNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kDirectory)) {
    if (entry.path().extension() == ".tsv") names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

File Read(const std::string& name) {
  const std::string content = ReadAll(std::filesystem::path(kDirectory) / name);
  auto table = Table::Parse(name, content);
  EXPECT_TRUE(table.ok()) << table.status();
  File file{.name = name, .comment = "", .columns = {}, .table = std::move(table).value()};
  ReadHeader(content, file);
  return file;
}

std::set<std::string> ColumnValues(const std::string& name, const std::string& column) {
  const File file = Read(name);
  std::set<std::string> values;
  for (int row = 0; row < file.table.size(); ++row) values.insert(file.Cell(row, column));
  return values;
}

// Every cell of a column, in all files that have one, must be in `known`; empty cells pass.
void ExpectKnown(const std::string& name, const std::string& column, const std::set<std::string>& known) {
  const File file = Read(name);
  for (int row = 0; row < file.table.size(); ++row) {
    for (const std::string& item : file.table.List(row, file.ColumnOf(column))) {
      EXPECT_TRUE(known.contains(item))
          << file.table.Where(row) << ": " << column << " \"" << item << "\" is not known";
    }
  }
}

template <typename Descriptor>
std::set<std::string> EnumNames(const Descriptor* descriptor, const std::string& prefix) {
  std::set<std::string> names;
  for (int i = 1; i < descriptor->value_count(); ++i)
    names.insert(descriptor->value(i)->name().substr(prefix.size()));
  return names;
}

class LexiconFileTest : public testing::TestWithParam<std::string> {
 protected:
  const File file_ = Read(GetParam());
};

TEST_P(LexiconFileTest, OpensWithAnExplanationOfItsColumns) {
  EXPECT_GT(file_.comment.size(), 40u);
  for (const std::string& column : file_.columns) {
    EXPECT_TRUE(absl::StrContains(file_.comment, column)) << "column " << column << " is not explained";
  }
  EXPECT_GT(file_.table.size(), 0);
}

TEST_P(LexiconFileTest, EachRowIsThereOnce) {
  const auto found = Keys().find(file_.name);
  const std::vector<std::string> key_columns =
      found == Keys().end() ? std::vector{file_.columns[0]} : found->second;
  std::map<std::string, int> rows;
  for (int row = 0; row < file_.table.size(); ++row) {
    std::string key;
    for (const std::string& column : key_columns) absl::StrAppend(&key, file_.Cell(row, column), "\t");
    const auto [first, fresh] = rows.emplace(key, row);
    EXPECT_TRUE(fresh) << file_.table.Where(row) << " repeats " << file_.table.Where(first->second) << ": "
                       << key;
  }
}

// All is matched on folded text: a traditional or full-width character would never be met.
TEST_P(LexiconFileTest, IsFolded) {
  if (file_.name == "script_exceptions.tsv") GTEST_SKIP() << "is about what folding does";
  static const opencc::SimpleConverter& converter = *new opencc::SimpleConverter("t2s.json");
  for (int row = 0; row < file_.table.size(); ++row) {
    for (size_t column = 0; column < file_.columns.size(); ++column) {
      const absl::string_view view = file_.table.Cell(row, column);
      const std::string cell(view.data(), view.size());
      EXPECT_EQ(converter.Convert(cell), cell) << file_.table.Where(row) << ": traditional characters";
      for (const char* wide :
           {"，", "；", "：", "！", "？", "（", "）", "％", "　", "Ａ", "ａ", "０", "１", "『", "「"}) {
        EXPECT_FALSE(absl::StrContains(cell, wide))
            << file_.table.Where(row) << ": full-width \"" << wide << "\"";
      }
    }
  }
}

TEST_P(LexiconFileTest, ClassesAreDeclared) {
  if (file_.name == "entities.tsv") GTEST_SKIP() << "names may begin with a percent sign";
  std::set<std::string> classes = ColumnValues("guard_classes.tsv", "class");
  classes.insert("number");  // built in: no list holds all numbers
  for (int row = 0; row < file_.table.size(); ++row) {
    for (size_t column = 0; column < file_.columns.size(); ++column) {
      for (const std::string& item : file_.table.List(row, column)) {
        if (item.size() < 2 || item[0] != '%') continue;
        EXPECT_TRUE(classes.contains(item.substr(1))) << file_.table.Where(row) << ": no class " << item;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(AllFiles, LexiconFileTest, testing::ValuesIn(FileNames()), [](const auto& param) {
  return absl::StrReplaceAll(param.param, {{".tsv", ""}, {".", "_"}, {"-", "_"}});
});

TEST(LexiconReferencesTest, TriggersUseFramesThatAreThere) {
  ExpectKnown("triggers.tsv", "frame", ColumnValues("frames.tsv", "frame"));
}

// 投资方%copula stands for 投资方是 and others, none of which may stand there as well.
TEST(LexiconReferencesTest, TriggerEndingsAreDeclaredAndMakeNewWords) {
  const File endings = Read("trigger_endings.tsv"), triggers = Read("triggers.tsv");
  std::map<std::string, std::vector<std::string>> classes;
  for (int row = 0; row < endings.table.size(); ++row)
    classes[endings.Cell(row, "class")] = endings.table.List(row, endings.ColumnOf("words"));
  const std::set<std::string> words = ColumnValues("triggers.tsv", "word");
  for (int row = 0; row < triggers.table.size(); ++row) {
    const std::vector<std::string> parts = absl::StrSplit(triggers.Cell(row, "word"), '%');
    if (parts.size() < 2 || parts[1].empty()) continue;  // 拿下…100%
    ASSERT_TRUE(classes.contains(parts[1])) << triggers.table.Where(row) << ": no class " << parts[1];
    for (const std::string& ending : classes[parts[1]])
      EXPECT_FALSE(words.contains(parts[0] + ending)) << triggers.table.Where(row) << ": " << ending;
  }
}

// By type as in event_types.tsv, then by frame; within a frame by code point, which for UTF-8 is by byte.
TEST(LexiconReferencesTest, TriggersStandInOrder) {
  const File file = Read("triggers.tsv");
  std::set<std::string> closed;
  std::string group, word;
  for (int row = 0; row < file.table.size(); ++row) {
    const std::string next_group = absl::StrCat(file.Cell(row, "type"), " ", file.Cell(row, "frame"));
    if (next_group != group) {
      EXPECT_TRUE(closed.insert(next_group).second)
          << file.table.Where(row) << ": " << next_group << " is scattered";
      group = next_group;
      word.clear();
    }
    EXPECT_LT(word, file.Cell(row, "word")) << file.table.Where(row) << ": not in order";
    word = file.Cell(row, "word");
  }
}

TEST(LexiconReferencesTest, EveryFrameIsUsed) {
  const std::set<std::string> used = ColumnValues("triggers.tsv", "frame");
  for (const std::string& frame : ColumnValues("frames.tsv", "frame")) {
    EXPECT_TRUE(used.contains(frame)) << "no trigger uses the frame " << frame;
  }
}

TEST(LexiconReferencesTest, EventTypesAreThoseOfTheContract) {
  const std::set<std::string> types = EnumNames(v1::EventType_descriptor(), "EVENT_TYPE_");
  ASSERT_EQ(types.size(), 20u);
  EXPECT_EQ(ColumnValues("event_types.tsv", "type"), types);
  ExpectKnown("frames.tsv", "type", types);
  ExpectKnown("triggers.tsv", "type", types);
  const std::set<std::string> framed = ColumnValues("frames.tsv", "type");
  for (const std::string& type : types) {
    if (type == "STATEMENT" || type == "METRIC") continue;  // read by their own stages
    EXPECT_TRUE(framed.contains(type)) << "no frame makes a " << type;
  }
}

TEST(LexiconReferencesTest, RolesAreThoseOfTheContract) {
  std::set<std::string> roles;
  for (const std::string& role : EnumNames(v1::Role_descriptor(), "ROLE_"))
    roles.insert(absl::AsciiStrToLower(role));
  ExpectKnown("event_types.tsv", "key_roles", roles);
  ExpectKnown("event_types.tsv", "roles", roles);
}

TEST(LexiconReferencesTest, EntitiesHaveTypesAndOwnersThatAreThere) {
  ExpectKnown("entities.tsv", "type", EnumNames(v1::EntityType_descriptor(), "ENTITY_TYPE_"));
  ExpectKnown("entities.tsv", "owner", ColumnValues("entities.tsv", "id"));
}

// One form, one owner: an alias that two rows of one type claim would make either a coin toss.
TEST(LexiconReferencesTest, NoAliasIsClaimedTwice) {
  const File file = Read("entities.tsv");
  std::map<std::string, std::string> owners;
  for (int row = 0; row < file.table.size(); ++row) {
    std::vector<std::string> forms = file.table.List(row, file.ColumnOf("aliases"));
    forms.push_back(file.Cell(row, "name"));
    for (const std::string& form : forms) {
      const auto [first, fresh] =
          owners.emplace(absl::StrCat(file.Cell(row, "type"), " ", form), file.table.Where(row));
      EXPECT_TRUE(fresh) << file.table.Where(row) << ": \"" << form << "\" stands at " << first->second
                         << " too";
    }
  }
}

}  // namespace
}  // namespace annals
