#include "common/names/name_keys.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

TEST(NameKeysTest, OneKeyForAllFormsOfAName) {
  const auto names = NameKeys::Create();
  ASSERT_TRUE(names.ok()) << names.status();
  const struct {
    const char* name;
    const char* key;
  } cases[] = {
      {"字节跳动", "字节跳动"},
      {"字節跳動", "字节跳动"},
      {"马克·扎克伯格", "马克扎克伯格"},
      {"馬克・扎克伯格", "马克扎克伯格"},
      {"Mark Zuckerberg", "markzuckerberg"},
      {"ＯｐｅｎＡＩ", "openai"},
      {"Open\u00A0AI", "openai"},
      {"GPT-4.1", "gpt-4.1"},
      {"GPT-41", "gpt-41"},
      {"J. Doe", "jdoe"},
      {"Müller", "müller"},
      {"MÜLLER", "müller"},
      {"", ""},
      {" ·. ", ""},
      {"a\x01\xFF\xC0z", "az"},
  };
  for (const auto& c : cases) EXPECT_EQ((*names)->Key(c.name), c.key) << c.name;
}

TEST(NameKeysTest, AKeyIsItsOwnKey) {
  const auto names = NameKeys::Create();
  ASSERT_TRUE(names.ok()) << names.status();
  for (const char* name : {"馬克・扎克伯格", "GPT-4.1", "乾隆", "後來的人"}) {
    const std::string key = (*names)->Key(name);
    EXPECT_EQ((*names)->Key(key), key);
  }
}

}  // namespace
}  // namespace annals
