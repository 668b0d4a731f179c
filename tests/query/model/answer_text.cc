#include "tests/query/model/answer_text.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "google/protobuf/text_format.h"

namespace annals::query {
namespace {

std::string ContentText(const v1::Extraction& extraction) {
  std::string text;
  for (const v1::Entity& entity : extraction.entities())
    absl::StrAppend(&text, "      entity ", OneLine(entity), "\n");
  for (const v1::Event& event : extraction.events())
    absl::StrAppend(&text, "      event ", OneLine(event), "\n");
  for (const v1::Relation& relation : extraction.relations())
    absl::StrAppend(&text, "      relation ", OneLine(relation), "\n");
  return text;
}

}  // namespace

std::string OneLine(const google::protobuf::Message& message) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetSingleLineMode(true);
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  printer.PrintToString(message, &text);
  return text;
}

std::string Difference(const Lines& model, const Lines& index) {
  if (model == index) return "";
  const auto has = [](const Lines& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  std::string text;
  for (const std::string& line : model) {
    if (!has(index, line)) absl::StrAppend(&text, "  model only: ", line, "\n");
  }
  for (const std::string& line : index) {
    if (!has(model, line)) absl::StrAppend(&text, "  index only: ", line, "\n");
  }
  const size_t both = std::min(model.size(), index.size());
  const size_t at = std::mismatch(model.begin(), model.begin() + both, index.begin()).first - model.begin();
  absl::StrAppend(&text, "  model has ", model.size(), " lines, index ", index.size(), "; they part at ", at,
                  "\n");
  if (at < model.size()) absl::StrAppend(&text, "    model: ", model[at], "\n");
  if (at < index.size()) absl::StrAppend(&text, "    index: ", index[at], "\n");
  return text;
}

std::string HistoryText(const History& history) {
  std::string text;
  for (const v1::JournalEntry& entry : history) {
    absl::StrAppend(&text, "  ", entry.revision(), ": ");
    if (!entry.has_article_extracted()) {
      absl::StrAppend(&text, OneLine(entry), "\n");
      continue;
    }
    const v1::ArticleExtracted& extracted = entry.article_extracted();
    absl::StrAppend(&text, "article ", extracted.article().id(), " published '",
                    extracted.article().published_at(), "' stored at ", entry.stored_at_micros(), "\n",
                    ContentText(extracted.extraction()));
  }
  return text;
}

}  // namespace annals::query
