// What teaching costs: a name put and synced; all that is taught laid over the lexicon, which the first
// article after a change waits for; and the reading of an article with so many names taught. teaching_bench
// [NAMES…]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/utf8.h"
#include "extractor/extractor.h"
#include "extractor/mentions/teaching.h"
#include "extractor/taught/taught_entities.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

double Milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

// Invented: characters that differ with the number, and that folding leaves alone.
std::string NameOf(int number) {
  constexpr std::u32string_view kDigits = U"甲乙丙丁戊己庚辛壬癸";
  std::u32string name = U"星槎";
  for (int i = 0; i < 5; ++i, number /= 10) name += kDigits[number % 10];
  return EncodeUtf8(name);
}

v1::Entity EntityOf(int number) {
  v1::Entity entity;
  entity.set_type(v1::ENTITY_TYPE_ORGANIZATION);
  entity.set_id(absl::StrCat("bench-", number));
  entity.set_name(NameOf(number) + "科创");
  entity.add_aliases(NameOf(number));
  entity.add_aliases(absl::StrCat("Xingcha", number));
  return entity;
}

void MeasurePuts(const Extractor& lexicon) {
  constexpr int kPuts = 1000;
  const TemporaryDirectory directory;
  const auto journal = Journal::Open({.directory = directory.path()}).value();
  const auto taught = TaughtEntities::Load(lexicon, *journal).value();
  const double ms = Milliseconds([&] {
    for (int i = 0; i < kPuts; ++i) taught->Put(EntityOf(i)).value();
  });
  std::printf("put one after the other: %.0f a second\n", kPuts / ms * 1000);
}

void MeasureWith(const Extractor& lexicon, int names) {
  Teaching teaching;
  for (int i = 0; i < names; ++i) teaching.entities[EntityOf(i).id()] = EntityOf(i);
  std::shared_ptr<const Extractor> taught;
  const double ms = Milliseconds([&] { taught = lexicon.With(teaching); });
  v1::Article article;
  for (int i = 0; i < 400; ++i) {
    absl::StrAppend(article.mutable_text(),
                    "10月8日，星河科技宣布，任命陈立为首席技术官，此前他在远山资本工作。\n");
  }
  article.set_published_at("2025-10-09");
  const double plain = Milliseconds([&] { lexicon.Extract(article, {}).value(); });
  const double with = Milliseconds([&] { taught->Extract(article, {}).value(); });
  std::printf("%6d taught: laid over in %.1f ms; %zu bytes read in %.0f ms, with none taught in %.0f ms\n",
              names, ms, article.text().size(), with, plain);
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  const auto lexicon = annals::Extractor::Create({}).value();
  annals::MeasurePuts(*lexicon);
  std::vector<int> counts = {1000, 20000};
  if (argc > 1) counts.clear();
  for (int i = 1; i < argc; ++i) counts.push_back(std::atoi(argv[i]));
  for (const int count : counts) annals::MeasureWith(*lexicon, count);
}
