// What the index is to hold, by lists and loops: the oracle of the tests with random histories.
#ifndef ANNALS_TESTS_QUERY_INDEX_INDEX_MODEL_H_
#define ANNALS_TESTS_QUERY_INDEX_INDEX_MODEL_H_

#include <map>
#include <string>
#include <vector>

#include "annals/v1/journal.pb.h"
#include "query/index/index_view.h"

namespace annals::query {

// Lines of text, so that a difference can be read.
using Lines = std::vector<std::string>;

// A line for each event: days, type, status, certainty, participants, articles; sorted. At a past: the
// journal is cut, and what was published later is left out.
Lines ModelEvents(const std::vector<v1::JournalEntry>& history, const Past& past = {});
Lines IndexEvents(const IndexView& view);

// A line for each entity: names with their uses, counts of events and edges, relations; sorted.
Lines ModelEntities(const std::vector<v1::JournalEntry>& history);
Lines IndexEntities(const IndexView& view, const std::vector<v1::JournalEntry>& history);

// For each relation of each entity a line: whether it is former, and the articles that say so; sorted.
Lines ModelRelations(const std::vector<v1::JournalEntry>& history, const Past& past);
Lines IndexRelations(const IndexView& view, const std::vector<v1::JournalEntry>& history);

// For each entity a line for each event on its timeline, in the order of the scan by day alone.
Lines ModelTimelines(const std::vector<v1::JournalEntry>& history, const Past& past = {});
Lines IndexTimelines(const IndexView& view, const std::vector<v1::JournalEntry>& history);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_INDEX_INDEX_MODEL_H_
