// Journal entries in tests: hand-made ones from text protos, and random histories.
#ifndef ANNALS_TESTS_QUERY_SUPPORT_HISTORY_H_
#define ANNALS_TESTS_QUERY_SUPPORT_HISTORY_H_

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "annals/v1/journal.pb.h"

namespace annals::query {

inline constexpr absl::string_view kTestJournal = "journal-of-tests";

// A journal that numbers its entries.
class TestJournal {
 public:
  // An article with what was read from it, as a text proto of Extraction. Entities that events and relations
  // name are added: "p:…" is a person, "o:…" an organisation, "r:…" a product, "u:…" a unit, each named by
  // what follows.
  void Extract(const std::string& article_id, const std::string& published_at, const std::string& extraction);
  void Retract(const std::string& article_id);
  void Add(v1::JournalEntry entry);

  const std::vector<v1::JournalEntry>& entries() const { return entries_; }

 private:
  std::vector<v1::JournalEntry> entries_;
};

// The entity of an id as TestJournal makes it.
v1::Entity TestEntity(const std::string& id);

// An event as text: type and status are enumerator names without prefix; arguments as "role=id" with roles in
// lower case, or "role:text" for a value; time as "start..end", "day" or "".
std::string TestEvent(absl::string_view type, absl::string_view arguments, absl::string_view time = "",
                      absl::string_view status = "OCCURRED", absl::string_view certainty = "CONFIRMED");

// Articles, replacements and retractions over few days, so that reports meet often; over `people` people and
// as many companies. The same seed gives the same.
std::vector<v1::JournalEntry> RandomHistory(uint32_t seed, int entries, int people = 3);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_SUPPORT_HISTORY_H_
