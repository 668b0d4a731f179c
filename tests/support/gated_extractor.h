// An extractor that reads nothing but taught names, and stops at a gate where the test wants it to.
#ifndef ANNALS_TESTS_SUPPORT_GATED_EXTRACTOR_H_
#define ANNALS_TESTS_SUPPORT_GATED_EXTRACTOR_H_

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "extractor/extractor.h"
#include "extractor/mentions/teaching.h"

namespace annals {

// Articles whose text begins with "wait" are held until Open(). Each taught name that a text holds gives an
// event with the entity's id. Those made by With() share the gate. Thread-safe.
class GatedExtractor final : public Extractor {
 public:
  GatedExtractor() : gate_(std::make_shared<Gate>()), version_("gate") {}

  absl::StatusOr<v1::Extraction> Extract(const v1::Article& article, const ExtractOptions&) const override {
    std::unique_lock lock(gate_->mutex);
    gate_->started.push_back(article.id());
    gate_->changed.notify_all();
    if (article.text().starts_with("wait")) {
      gate_->changed.wait(lock, [&] { return gate_->open; });
    }
    v1::Extraction extraction;
    extraction.set_article_id(article.id());
    extraction.set_lexicon_version(version_);
    for (const auto& [id, entity] : teaching_.entities) {
      if (absl::StrContains(article.text(), entity.name())) extraction.add_events()->set_id(id);
    }
    return extraction;
  }

  const std::string& lexicon_version() const override { return version_; }
  const std::vector<EventTypeDescription>& event_types() const override { return types_; }

  std::shared_ptr<const Extractor> With(const Teaching& teaching) const override {
    auto taught = std::make_shared<GatedExtractor>(*this);
    taught->teaching_ = teaching;
    taught->version_ = VersionWith("gate", teaching);
    return taught;
  }
  // Knows "o-listed" and "p-listed".
  std::optional<v1::EntityType> ListedType(const std::string& id) const override {
    if (id == "o-listed") return v1::ENTITY_TYPE_ORGANIZATION;
    if (id == "p-listed") return v1::ENTITY_TYPE_PERSON;
    return std::nullopt;
  }
  absl::StatusOr<std::string> FoldName(absl::string_view name) const override { return std::string(name); }

  // For an ExtractionPool; this object outlives it.
  std::function<std::shared_ptr<const Extractor>()> Source() const {
    return [this] { return std::shared_ptr<const Extractor>(std::shared_ptr<const Extractor>(), this); };
  }

  void Open() {
    const std::lock_guard lock(gate_->mutex);
    gate_->open = true;
    gate_->changed.notify_all();
  }

  // Articles are held again.
  void Close() {
    const std::lock_guard lock(gate_->mutex);
    gate_->open = false;
  }

  // Blocks until so many articles were begun; their ids in the order of their beginning.
  std::vector<std::string> WaitForStarted(size_t count) const {
    std::unique_lock lock(gate_->mutex);
    gate_->changed.wait(lock, [&] { return gate_->started.size() >= count; });
    return gate_->started;
  }

 private:
  struct Gate {
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::string> started;
    bool open = false;
  };

  const std::shared_ptr<Gate> gate_;
  Teaching teaching_;
  std::string version_;
  std::vector<EventTypeDescription> types_;
};

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_GATED_EXTRACTOR_H_
