// Reads articles from JSON: what annals-extract takes.
#ifndef ANNALS_EXTRACTOR_TOOLS_JSON_ARTICLES_H_
#define ANNALS_EXTRACTOR_TOOLS_JSON_ARTICLES_H_

#include "absl/status/statusor.h"
#include "annals/v1/article.pb.h"
#include "extractor/tools/json_objects.h"

namespace annals {

// The article of a piece: the proto3 JSON of an Article, or of an object whose field `article` holds one.
// Fields that an Article does not have are ignored. INVALID_ARGUMENT: broken JSON, a field of the wrong kind,
// no text.
absl::StatusOr<v1::Article> ParseArticle(const JsonPiece& piece);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TOOLS_JSON_ARTICLES_H_
