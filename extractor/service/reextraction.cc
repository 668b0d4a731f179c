#include "extractor/service/reextraction.h"

#include <algorithm>
#include <chrono>

#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"

namespace annals {

bool Reextraction::Item::Ready() const {
  return article == nullptr || extraction.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

Reextraction::~Reextraction() {
  for (const Item& item : items_) {
    if (item.extraction.valid()) item.extraction.wait();
  }
}

absl::Status Reextraction::Run(const v1::ReextractArticlesRequest& request) {
  all_ = request.all();
  progress_.set_article_id(request.after_article_id());
  ANNALS_ASSIGN_OR_RETURN(const uint64_t total,
                          journal_.CountArticles(request.id_prefix(), request.after_article_id()));
  progress_.set_total(total);
  ANNALS_RETURN_IF_ERROR(ReadAll(request));
  while (!items_.empty()) ANNALS_RETURN_IF_ERROR(FinishReady());
  ANNALS_RETURN_IF_ERROR(Report());
  return stop_.stop_requested() ? Stopping() : absl::OkStatus();
}

absl::Status Reextraction::ReadAll(const v1::ReextractArticlesRequest& request) {
  std::string after_id = request.after_article_id();
  while (true) {
    ANNALS_ASSIGN_OR_RETURN(const auto heads,
                            journal_.ListArticles(request.id_prefix(), after_id, limits::kReextractPage));
    if (heads.empty()) return absl::OkStatus();
    for (const v1::ArticleSummary& head : heads) {
      if (stop_.stop_requested()) return absl::OkStatus();
      if (context_.IsCancelled()) return absl::CancelledError("the client has gone");
      ANNALS_RETURN_IF_ERROR(Begin(head));
    }
    after_id = heads.back().article().id();
  }
}

absl::Status Reextraction::Begin(const v1::ArticleSummary& head) {
  while (IsFull(head.text_bytes())) ANNALS_RETURN_IF_ERROR(FinishReady());
  Item item;
  item.article_id = head.article().id();
  if (all_ || head.lexicon_version() != pool_.lexicon_version()) {
    item.bytes = head.text_bytes();
    ANNALS_RETURN_IF_ERROR(Load(item));
  }
  bytes_ += item.bytes;
  items_.push_back(std::move(item));
  return absl::OkStatus();
}

bool Reextraction::IsFull(size_t bytes) const {
  return !items_.empty() &&
         (items_.size() >= limits::kReextractInFlight || bytes_ + bytes > limits::kStreamBytesInFlight);
}

absl::Status Reextraction::Load(Item& item) {
  item.article = nullptr;
  auto stored = journal_.GetArticle(item.article_id);
  if (absl::IsNotFound(stored.status())) return absl::OkStatus();
  ANNALS_RETURN_IF_ERROR(stored.status());
  item.before = {stored->revision, stored->extraction.lexicon_version()};
  if (!all_ && item.before.lexicon_version == pool_.lexicon_version()) return absl::OkStatus();
  item.article = std::make_shared<const v1::Article>(std::move(stored->article));
  item.extraction = lane_.Extract({item.article, {}, [this] { return context_.IsCancelled(); }});
  return absl::OkStatus();
}

absl::Status Reextraction::FinishReady() {
  std::vector<Item> ready;
  if (items_.front().article != nullptr) items_.front().extraction.wait();
  while (!items_.empty() && items_.front().Ready()) {
    bytes_ -= items_.front().bytes;
    ready.push_back(std::move(items_.front()));
    items_.pop_front();
  }
  const bool read =
      std::any_of(ready.begin(), ready.end(), [](const Item& item) { return item.article != nullptr; });
  ANNALS_RETURN_IF_ERROR(Keep(std::move(ready)));
  return read || progress_.done() - reported_ >= limits::kReextractPage ? Report() : absl::OkStatus();
}

// One batch for the journal. An error leaves the progress at the last article before it.
absl::Status Reextraction::Keep(std::vector<Item> items) {
  std::vector<Journal::Submission> submissions;
  for (Item& item : items) {
    if (item.article == nullptr) continue;
    ExtractionPool::Result extraction = item.extraction.get();
    item.error = extraction.status();
    if (extraction.ok()) submissions.push_back({*item.article, *std::move(extraction), item.before});
  }
  const std::vector<absl::StatusOr<Journal::Receipt>> receipts = journal_.SubmitAll(std::move(submissions));
  auto next = receipts.begin();
  for (Item& item : items) {
    if (item.article != nullptr) {
      ANNALS_RETURN_IF_ERROR(item.error.ok() ? Count(*next++, item) : Count(item.error, item));
    }
    progress_.set_article_id(item.article_id);
    progress_.set_done(progress_.done() + 1);
  }
  return absl::OkStatus();
}

absl::Status Reextraction::Count(const absl::StatusOr<Journal::Receipt>& receipt, Item& item) {
  if (absl::IsAborted(receipt.status())) return KeepAgain(item);
  if (absl::IsInvalidArgument(receipt.status())) {
    progress_.set_failed(progress_.failed() + 1);
    return absl::OkStatus();
  }
  ANNALS_RETURN_IF_ERROR(receipt.status());
  if (receipt->outcome == Journal::Outcome::kUnchanged) {
    progress_.set_unchanged(progress_.unchanged() + 1);
  } else {
    progress_.set_changed(progress_.changed() + 1);
  }
  return absl::OkStatus();
}

// Somebody submitted or retracted the article after it was loaded: what is there now counts.
absl::Status Reextraction::KeepAgain(Item& item) {
  absl::StatusOr<Journal::Receipt> receipt;
  do {
    if (context_.IsCancelled()) return absl::CancelledError("the client has gone");
    ANNALS_RETURN_IF_ERROR(Load(item));
    if (item.article == nullptr) return absl::OkStatus();
    ExtractionPool::Result extraction = item.extraction.get();
    if (!extraction.ok()) return Count(extraction.status(), item);
    receipt = journal_.Submit({*item.article, *std::move(extraction), item.before});
  } while (absl::IsAborted(receipt.status()));
  return Count(receipt, item);
}

absl::Status Reextraction::Report() {
  reported_ = progress_.done();
  progress_.set_revision(journal_.last_revision());
  return writer_.Write(progress_) ? absl::OkStatus() : absl::CancelledError("the client has gone");
}

}  // namespace annals
