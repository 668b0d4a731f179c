// Answers as lines that can be compared and read.
#ifndef ANNALS_TESTS_QUERY_MODEL_ANSWER_TEXT_H_
#define ANNALS_TESTS_QUERY_MODEL_ANSWER_TEXT_H_

#include <string>
#include <vector>

#include "google/protobuf/message.h"
#include "tests/query/model/model_articles.h"

namespace annals::query {

using Lines = std::vector<std::string>;

// The whole message on one line.
std::string OneLine(const google::protobuf::Message& message);

// "" where both are the same, else the lines that only one of them has and the first that stands elsewhere.
std::string Difference(const Lines& model, const Lines& index);

// A history for people: an article a line, its events and relations below.
std::string HistoryText(const History& history);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_ANSWER_TEXT_H_
