#include "extractor/journal/article_content.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/limits.h"

namespace annals {

std::string CanonicalBytes(v1::Article article) {
  article.DiscardUnknownFields();
  return article.SerializeAsString();
}

std::string ContentOf(v1::Extraction extraction) {
  extraction.clear_lexicon_version();
  return extraction.SerializeAsString();
}

absl::StatusOr<v1::JournalEntry> EntryOf(v1::Article article, v1::Extraction extraction) {
  v1::JournalEntry entry;
  v1::ArticleExtracted& extracted = *entry.mutable_article_extracted();
  article.clear_text();
  *extracted.mutable_article() = std::move(article);
  *extracted.mutable_extraction() = std::move(extraction);
  if (const size_t bytes = entry.ByteSizeLong(); bytes > limits::kEntryBytes) {
    return FieldTooLarge("article.text", absl::StrCat("what was read from it takes ", bytes,
                                                      " bytes, the limit is ", limits::kEntryBytes));
  }
  return entry;
}

}  // namespace annals
