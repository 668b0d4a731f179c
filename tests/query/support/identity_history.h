// Random histories in which articles, and what users teach, disagree about who is who.
#ifndef ANNALS_TESTS_QUERY_SUPPORT_IDENTITY_HISTORY_H_
#define ANNALS_TESTS_QUERY_SUPPORT_IDENTITY_HISTORY_H_

#include <cstdint>
#include <vector>

#include "annals/v1/journal.pb.h"

namespace annals::query {

// Articles that name few people, who have namesakes, and companies under full names, short forms and ids of a
// lexicon; replacements and retractions; names taught, merges, and both taken back. The same seed gives the
// same.
std::vector<v1::JournalEntry> RandomIdentityHistory(uint32_t seed, int entries);

// The history that comes to the same without ever taking anything back: what was taught, then each article
// that is left, once, in the order of their first arrival.
std::vector<v1::JournalEntry> WithoutDetours(const std::vector<v1::JournalEntry>& history);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_SUPPORT_IDENTITY_HISTORY_H_
