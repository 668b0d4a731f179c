#include "extractor/service/article_validation.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "common/date_interval.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"

namespace annals {
namespace {

absl::Status ValidateSize(absl::string_view value, absl::string_view field, size_t limit) {
  return value.size() > limit ? FieldTooLarge(field, value.size(), limit) : absl::OkStatus();
}

// NUL ends a string in too many places.
absl::Status ValidateText(absl::string_view value, absl::string_view field, size_t limit) {
  ANNALS_RETURN_IF_ERROR(ValidateSize(value, field, limit));
  return absl::StrContains(value, absl::string_view("\0", 1)) ? InvalidText(field, "holds NUL")
                                                              : absl::OkStatus();
}

absl::Status ValidatePublicationDay(const std::string& published_at) {
  constexpr absl::string_view kField = "article.published_at";
  ANNALS_RETURN_IF_ERROR(ValidateSize(published_at, kField, limits::kShortFieldBytes));
  if (published_at.empty() || ParseIsoDay(published_at).ok()) return absl::OkStatus();
  return InvalidField(kField, "neither an ISO 8601 date nor an RFC 3339 time");
}

absl::Status ValidateKind(const v1::Article& article) {
  const std::string& type = article.content_type();
  if (!type.empty() && type != "text/plain" && type != "text/html") {
    return InvalidField("article.content_type", "neither text/plain nor text/html");
  }
  if (!article.language().empty() && !absl::StartsWithIgnoreCase(article.language(), "zh")) {
    return InvalidField("article.language", "only Chinese (zh) is read");
  }
  return ValidateSize(article.language(), "article.language", limits::kShortFieldBytes);
}

}  // namespace

absl::Status ValidateArticleId(absl::string_view id, absl::string_view field) {
  if (id.empty()) return InvalidField(field, "is required");
  ANNALS_RETURN_IF_ERROR(ValidateSize(id, field, limits::kArticleIdBytes));
  const bool has_control = std::any_of(
      id.begin(), id.end(), [](char c) { return absl::ascii_iscntrl(static_cast<unsigned char>(c)); });
  return has_control ? InvalidField(field, "holds control characters") : absl::OkStatus();
}

absl::Status ValidateArticle(const v1::Article& article, ArticleUse use) {
  if (use == ArticleUse::kStore || !article.id().empty()) {
    ANNALS_RETURN_IF_ERROR(ValidateArticleId(article.id(), "article.id"));
  }
  ANNALS_RETURN_IF_ERROR(ValidateText(article.title(), "article.title", limits::kTitleBytes));
  ANNALS_RETURN_IF_ERROR(ValidateText(article.source(), "article.source", limits::kSourceBytes));
  ANNALS_RETURN_IF_ERROR(ValidateText(article.url(), "article.url", limits::kUrlBytes));
  ANNALS_RETURN_IF_ERROR(ValidateText(article.author(), "article.author", limits::kAuthorBytes));
  ANNALS_RETURN_IF_ERROR(ValidatePublicationDay(article.published_at()));
  ANNALS_RETURN_IF_ERROR(ValidateKind(article));
  if (article.text().empty()) return InvalidField("article.text", "is required");
  return ValidateText(article.text(), "article.text", limits::kArticleTextBytes);
}

}  // namespace annals
