#include "extractor/tools/json_articles.h"

#include "annals/v1/extractor_service.pb.h"
#include "common/json/proto_json.h"

namespace annals {

absl::StatusOr<v1::Article> ParseArticle(const JsonPiece& piece) {
  if (!piece.complete) return absl::InvalidArgumentError("not a complete JSON object");
  v1::Article article;
  if (auto status = ParseJson(piece.text, article); !status.ok()) return status;
  if (!article.text().empty()) return article;
  v1::SubmitArticleRequest wrapper;  // has an `article`, as a gold file does
  if (auto status = ParseJson(piece.text, wrapper); !status.ok()) return status;
  if (wrapper.article().text().empty()) return absl::InvalidArgumentError("the article has no text");
  return std::move(*wrapper.mutable_article());
}

}  // namespace annals
