// Dictionaries are read once, whoever unpacks with them, and what is unpacked is what was packed.
#include "common/storage/zstd_dictionaries.h"

#include <zdict.h>
#include <zstd.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/storage/database.h"
#include "gtest/gtest.h"

namespace annals {
namespace {

std::string RowOf(int number) {
  return absl::StrCat("row ", number * 7919 % 10007, " of Birchwood Ferries, carrier ", number % 13,
                      ", sails to harbour ", number * 31 % 257);
}

std::string Text(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += RowOf(i);
  return text;
}

// With tables, as RocksDB makes them; of another text for each first row.
std::string DictionaryOf(int from) {
  std::string samples;
  std::vector<size_t> sizes;
  for (int i = from; i < from + 4000; ++i) {
    samples += RowOf(i);
    sizes.push_back(RowOf(i).size());
  }
  std::string dictionary(8192, '\0');
  const size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(),
                                            sizes.data(), static_cast<unsigned>(sizes.size()));
  EXPECT_EQ(ZDICT_isError(size), 0u);
  dictionary.resize(size);
  return dictionary;
}

std::string Pack(const std::string& text, const std::string& dictionary) {
  const std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress_usingDict(context.get(), packed.data(), packed.size(), text.data(), text.size(),
                                        dictionary.data(), dictionary.size(), 6));
  return packed;
}

// "error" where it is none.
std::string Unpack(const std::string& packed, const std::string& dictionary) {
  const std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  std::string text(1 << 16, '\0');
  const size_t size = ZSTD_decompress_usingDict(context.get(), text.data(), text.size(), packed.data(),
                                                packed.size(), dictionary.data(), dictionary.size());
  if (ZSTD_isError(size) != 0) return "error";
  text.resize(size);
  return text;
}

TEST(ZstdDictionariesTest, EachIsReadOnce) {
  const size_t before = DictionariesRead();
  const std::vector<std::string> dictionaries = {DictionaryOf(0), DictionaryOf(5000)};
  for (int round = 0; round < 3; ++round) {
    for (size_t i = 0; i < dictionaries.size(); ++i) {
      // Elsewhere in memory each time.
      const auto copy = std::make_unique<std::string>(dictionaries[i]);
      EXPECT_EQ(Unpack(Pack(Text(round, round + 40), *copy), *copy), Text(round, round + 40));
    }
  }
  EXPECT_EQ(DictionariesRead(), before + 2);
}

TEST(ZstdDictionariesTest, TextAloneAndNothingAreDictionariesToo) {
  const std::string text = Text(0, 40);
  EXPECT_EQ(Unpack(Pack(text, Text(20, 60)), Text(20, 60)), text);
  EXPECT_EQ(Unpack(Pack(text, ""), ""), text);
}

TEST(ZstdDictionariesTest, AnotherDictionaryOrABrokenOneIsAnError) {
  const std::string packed = Pack(Text(0, 40), DictionaryOf(0));
  EXPECT_EQ(Unpack(packed, DictionaryOf(5000)), "error");
  std::string broken = DictionaryOf(0);
  for (size_t i = 8; i < 200; ++i) broken[i] = '\xFF';
  EXPECT_EQ(Unpack(packed, broken), "error");
  EXPECT_EQ(Unpack(packed.substr(0, packed.size() / 2), DictionaryOf(0)), "error");
}

TEST(ZstdDictionariesTest, RocksDbUnpacksWithThem) {
  const std::string directory = testing::TempDir() + "/zstd_dictionaries_test";
  rocksdb::Options options = RocksDbOptions({directory});
  rocksdb::DestroyDB(directory, options);
  options.bottommost_compression_opts.enabled = true;
  options.bottommost_compression_opts.max_dict_bytes = 16 << 10;
  options.bottommost_compression_opts.zstd_max_train_bytes = 256 << 10;
  const auto opened = OpenDatabase(options, directory);
  ASSERT_TRUE(opened.ok());
  rocksdb::DB& database = **opened;
  for (int i = 0; i < 20000; ++i) ASSERT_TRUE(database.Put({}, absl::StrCat("key ", i), RowOf(i)).ok());
  rocksdb::CompactRangeOptions all;
  all.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  ASSERT_TRUE(database.CompactRange(all, nullptr, nullptr).ok());
  const size_t before = DictionariesRead();
  std::string row;
  for (int i = 0; i < 20000; i += 100) {
    ASSERT_TRUE(database.Get({}, absl::StrCat("key ", i), &row).ok());
    EXPECT_EQ(row, RowOf(i));
  }
  EXPECT_GT(DictionariesRead(), before);
}

// Comes last: it drives out what the others read.
TEST(ZstdDictionariesTest, OldOnesGo) {
  const std::string trained = DictionaryOf(0);
  for (size_t i = 0; i < 3 * kDictionariesAGeneration; ++i) {
    std::string dictionary = trained;
    dictionary[4] = static_cast<char>(i);  // of its id
    dictionary[5] = static_cast<char>(i >> 8 | 0x40);
    EXPECT_EQ(Unpack(Pack(Text(0, 9), dictionary), dictionary), Text(0, 9));
  }
  EXPECT_LE(DictionariesRead(), 2 * kDictionariesAGeneration);
}

}  // namespace
}  // namespace annals
