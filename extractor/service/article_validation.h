// Whether an article may come in: the limits of article.proto, field by field.
#ifndef ANNALS_EXTRACTOR_SERVICE_ARTICLE_VALIDATION_H_
#define ANNALS_EXTRACTOR_SERVICE_ARTICLE_VALIDATION_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "annals/v1/article.pb.h"

namespace annals {

enum class ArticleUse { kStore, kExtractOnly };  // to store it, it needs an id

// INVALID_ARGUMENT with the first field at fault, as "article.text": INVALID_FIELD, INVALID_TEXT (NUL) or
// TOO_LARGE. That strings are UTF-8 was checked when the request was parsed.
absl::Status ValidateArticle(const v1::Article& article, ArticleUse use);

// 1 to 256 bytes without control characters. `field` names it in the error.
absl::Status ValidateArticleId(absl::string_view id, absl::string_view field);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_ARTICLE_VALIDATION_H_
