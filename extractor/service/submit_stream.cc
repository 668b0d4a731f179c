#include "extractor/service/submit_stream.h"

#include <thread>
#include <utility>

#include "absl/strings/string_view.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/server/request_bytes.h"
#include "common/status_macros.h"
#include "common/utf8.h"
#include "extractor/journal/submit_response.h"
#include "extractor/service/article_validation.h"
#include "grpc/grpc.h"

namespace annals {
absl::Status SubmitStream::Serve() {
  std::thread answers([this] { AnswerAll(); });
  grpc::ByteBuffer bytes;
  while (stream_.Read(&bytes)) Push(Accept(bytes));
  Close();
  answers.join();
  return stop_.stop_requested() ? Stopping() : absl::OkStatus();
}

std::unique_ptr<SubmitStream::Item> SubmitStream::Accept(const grpc::ByteBuffer& bytes) {
  auto item = std::make_unique<Item>();
  v1::SubmitArticlesRequest request;
  item->bytes = bytes.Length();
  item->error = ParseRequest(bytes, request);
  item->article_id = request.article().id();
  // What broke the request must not break the answer.
  if (!DecodeUtf8(item->article_id).ok()) item->article_id.clear();
  if (item->error.ok()) item->error = Begin(*item, request.article());
  return item;
}

absl::Status SubmitStream::Begin(Item& item, const v1::Article& article) {
  if (stop_.stop_requested()) return Stopping();
  ANNALS_RETURN_IF_ERROR(ValidateArticle(article, ArticleUse::kStore));
  // What this stream sent before counts as there, though it is not written yet: then only the journal can
  // tell.
  if (!InFlight(article.id())) {
    ANNALS_ASSIGN_OR_RETURN(item.unchanged, journal_.FindUnchanged(article, pool_.lexicon_version()));
    if (item.unchanged) return absl::OkStatus();
  }
  item.pending =
      lane_->Begin(std::make_shared<v1::Article>(article), [this] { return context_.IsCancelled(); });
  return absl::OkStatus();
}

bool SubmitStream::InFlight(const std::string& article_id) {
  const std::lock_guard lock(mutex_);
  return ids_.contains(article_id);
}

void SubmitStream::Push(std::unique_ptr<Item> item) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] {
    return broken_ || count_ == 0 ||
           (count_ < limits::kStreamArticlesInFlight && bytes_ + item->bytes <= limits::kStreamBytesInFlight);
  });
  ++count_;
  bytes_ += item->bytes;
  ++ids_[item->article_id];
  items_.push_back(std::move(item));
  changed_.notify_all();
}

SubmitStream::Items SubmitStream::TakeReady() {
  Items ready;
  std::unique_lock lock(mutex_);
  // On a stop the client may keep its side open for long: once everything is answered, the call is ended from
  // here.
  if (!changed_.wait(lock, stop_, [&] { return closed_ || !items_.empty(); })) {
    lock.unlock();
    EndCall();
    lock.lock();
    changed_.wait(lock, [&] { return closed_ || !items_.empty(); });
  }
  if (items_.empty()) return ready;
  Item& first = *items_.front();
  lock.unlock();
  if (first.pending != nullptr) first.pending->Wait();
  lock.lock();
  while (!items_.empty() && items_.front()->Ready() && ready.size() < limits::kBatchSubmissions) {
    ready.push_back(std::move(items_.front()));
    items_.pop_front();
  }
  return ready;
}

void SubmitStream::Finish(const Items& items) {
  const std::lock_guard lock(mutex_);
  for (const auto& item : items) {
    --count_;
    bytes_ -= item->bytes;
    if (--ids_[item->article_id] == 0) ids_.erase(item->article_id);
  }
  changed_.notify_all();
}

void SubmitStream::Close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

void SubmitStream::AnswerAll() {
  for (Items items = TakeReady(); !items.empty(); items = TakeReady()) {
    Answer(items);
    Finish(items);
  }
}

void SubmitStream::Answer(Items& items) {
  std::vector<std::unique_ptr<Intake::Pending>> pending;
  for (const auto& item : items) {
    if (item->pending != nullptr) pending.push_back(std::move(item->pending));
  }
  const std::vector<absl::StatusOr<Journal::Receipt>> receipts = lane_->Keep(std::move(pending));
  auto next = receipts.begin();
  for (const auto& item : items) {
    absl::StatusOr<Journal::Receipt> receipt;
    if (!item->error.ok()) {
      receipt = item->error;
    } else if (item->unchanged) {
      receipt = *item->unchanged;
    } else {
      receipt = *next++;
    }
    if (!broken_ && !stream_.Write(ToSubmitResponse(item->article_id, receipt))) {
      const std::lock_guard lock(mutex_);
      broken_ = true;
    }
  }
}

void SubmitStream::EndCall() {
  grpc_call_cancel_with_status(context_.c_call(), GRPC_STATUS_UNAVAILABLE, "the server is stopping", nullptr);
}

}  // namespace annals
