#include "tests/query/model/model.h"

#include <utility>

namespace annals::query {
namespace {

// Every mention is the entity of its id.
ModelIdentity IdentityOf(const std::vector<ArticleVersion>& versions) {
  ModelIdentity identity;
  for (size_t at = 0; at < versions.size(); ++at) {
    for (const v1::Entity& entity : versions[at].content.extraction().entities())
      identity[{at, entity.id()}] = entity.id();
  }
  return identity;
}

}  // namespace

Model::Model(History history)
    : history_(std::move(history)), versions_(VersionsIn(history_)), identity_(IdentityOf(versions_)) {}

ModelPast Model::PastOf(const v1::AsOf& as_of) const {
  ModelPast past{.revision = as_of.revision() == 0 ? revision() : as_of.revision()};
  past.known_on = ParseDayNumber(as_of.known_on()).value_or(kLastDay);
  return past;
}

const ModelMoment& Model::At(ModelPast past) const {
  std::unique_ptr<ModelMoment>& moment = moments_[past];
  if (moment == nullptr) moment = std::make_unique<ModelMoment>(versions_, identity_, past);
  return *moment;
}

}  // namespace annals::query
