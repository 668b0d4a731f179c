#include "tests/query/model/model.h"

#include <utility>

namespace annals::query {

Model::Model(History history) : history_(std::move(history)), versions_(VersionsIn(history_)) {}

ModelPast Model::PastOf(const v1::AsOf& as_of) const {
  ModelPast past{.revision = as_of.revision() == 0 ? revision() : as_of.revision()};
  past.known_on = ParseDayNumber(as_of.known_on()).value_or(kLastDay);
  return past;
}

const ModelIdentity& Model::IdentityAt(uint64_t revision) const {
  const auto found = identities_.find(revision);
  if (found != identities_.end()) return found->second;
  const ModelTaught taught = TaughtBy(history_, revision);
  return identities_[revision] = query::IdentityAt(versions_, taught, revision);
}

const ModelMoment& Model::At(ModelPast past) const {
  std::unique_ptr<ModelMoment>& moment = moments_[past];
  if (moment == nullptr) {
    const ModelTaught taught = TaughtBy(history_, past.revision);
    moment = std::make_unique<ModelMoment>(versions_, IdentityAt(past.revision), taught, past);
  }
  return *moment;
}

}  // namespace annals::query
