// The model of the index: a journal's history, and the moments of its past.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "annals/v1/query_service.pb.h"
#include "tests/query/model/model_articles.h"
#include "tests/query/model/model_moment.h"

namespace annals::query {

class Model {
 public:
  explicit Model(History history);

  const History& history() const { return history_; }
  const std::vector<ArticleVersion>& versions() const { return versions_; }
  uint64_t revision() const { return history_.size(); }

  // The past that a request means.
  ModelPast PastOf(const v1::AsOf& as_of) const;
  // Made when first asked for.
  const ModelIdentity& IdentityAt(uint64_t revision) const;
  const ModelMoment& At(ModelPast past) const;
  const ModelMoment& Now() const { return At({revision()}); }

 private:
  History history_;
  std::vector<ArticleVersion> versions_;
  mutable std::map<uint64_t, ModelIdentity> identities_;
  mutable std::map<ModelPast, std::unique_ptr<ModelMoment>> moments_;
};

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_H_
