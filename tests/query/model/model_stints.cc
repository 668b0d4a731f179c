#include "tests/query/model/model_stints.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace annals::query {
namespace {

using Kind = ModelSignKind;

constexpr int kYear = 365;
constexpr int kCareless = 45;

DayNumber PlaceOf(const ModelSign& sign) {
  const bool ends = sign.kind == Kind::kFormer || sign.kind == Kind::kMovedOn || sign.kind == Kind::kEnd;
  return ends ? sign.days.last : sign.days.first;
}

// It ends within the days, after it began and after the last day somebody was seen, where there is room.
void End(const ModelSign& sign, ModelStint& stint) {
  stint.ended = true;
  stint.end_exact = sign.kind == Kind::kEnd;
  stint.ends.insert(stint.end_exact ? stint.ends.begin() : stint.ends.end(), sign.source);
  stint.end = sign.days;
  const DayNumber unseen = stint.last_seen == kModelLongAgo ? kModelLongAgo : stint.last_seen + 1;
  const DayNumber after = std::max(stint.start.first, unseen);
  stint.end.first = std::max(stint.end.first, std::min(after, stint.end.last));
  stint.start.last =
      std::clamp(stint.end.last, stint.start.first, std::max(stint.start.first, stint.start.last));
}

bool BeginsAnother(const ModelSign& start, const ModelStint& open) {
  const bool only_seen = !open.start_exact && open.last_seen != kModelLongAgo;
  if (only_seen) return start.days.first - open.last_seen > kCareless;
  return start.days.first - open.start.first >= kYear;
}

class Walk {
 public:
  explicit Walk(std::vector<ModelSign> signs) : signs_(std::move(signs)) {
    std::sort(signs_.begin(), signs_.end(), [](const ModelSign& a, const ModelSign& b) {
      const auto rank = [](const ModelSign& s) {
        return std::tuple(PlaceOf(s), s.kind, s.days.first, s.days.last, s.source);
      };
      return rank(a) < rank(b);
    });
  }

  std::vector<ModelStint> Run() {
    while (!signs_.empty()) {
      const ModelSign sign = signs_.front();
      signs_.erase(signs_.begin());
      Take(sign);
    }
    return std::move(stints_);
  }

 private:
  void Take(const ModelSign& sign) {
    if (sign.kind == Kind::kStart) return TakeStart(sign);
    if (sign.kind == Kind::kRumouredStart || sign.kind == Kind::kHeadedFor) return TakePossible(sign);
    if (sign.kind == Kind::kPresent) return TakePresence(sign);
    if (sign.kind == Kind::kFormer && PresenceFollows(sign)) {
      if (!stints_.empty()) stints_.back().presences.push_back(sign.source);
      return;
    }
    TakeEnd(sign);
  }

  ModelStint* Open() { return stints_.empty() || stints_.back().ended ? nullptr : &stints_.back(); }

  // Not before the one before it may have ended.
  DayNumber EarliestBefore(DayNumber latest) const {
    return stints_.empty() ? kModelLongAgo : std::min(stints_.back().end.first, latest);
  }

  void TakeStart(const ModelSign& sign) {
    if (Open() != nullptr && BeginsAnother(sign, *Open())) EndBefore(sign, *Open());
    if (Open() == nullptr) stints_.emplace_back();
    ModelStint& stint = stints_.back();
    if (stint.start_exact) return stint.starts.push_back(sign.source);
    stint.start = sign.days;
    stint.start_exact = true;
    stint.start_certain = true;
    stint.starts.insert(stint.starts.begin(), sign.source);
    stint.last_seen = std::max(stint.last_seen, sign.days.last);
  }

  void EndBefore(const ModelSign& start, ModelStint& stint) {
    const auto around = std::find_if(signs_.begin(), signs_.end(), [&](const ModelSign& sign) {
      return sign.kind == Kind::kEnd && sign.days.first <= start.days.first &&
             start.days.first <= sign.days.last;
    });
    if (around != signs_.end()) {
      End(*around, stint);
      signs_.erase(around);
      return;
    }
    stint.ended = true;
    stint.end = {std::max(stint.start.first, stint.last_seen), start.days.last};
  }

  void TakePossible(const ModelSign& sign) {
    if (Open() != nullptr) return Open()->starts.push_back(sign.source);
    const DayNumber last = sign.kind == Kind::kRumouredStart ? sign.days.last : kModelNotYet;
    earliest_ = EarliestBefore(last);
    ModelStint& stint = stints_.emplace_back();
    stint.start = {std::max(sign.days.first, earliest_), last};
    stint.start_certain = false;
    stint.starts.push_back(sign.source);
  }

  void TakePresence(const ModelSign& sign) {
    const bool over = Open() == nullptr && !stints_.empty();
    if (over && sign.days.first - stints_.back().end.last <= kCareless)
      return stints_.back().presences.push_back(sign.source);
    if (Open() == nullptr) {
      const DayNumber earliest = EarliestBefore(sign.days.last);
      stints_.emplace_back().start = {earliest, sign.days.last};
    }
    ModelStint& stint = stints_.back();
    stint.presences.push_back(sign.source);
    // Of a rumoured start nothing but the presence stays.
    if (!stint.start_certain && stint.start.last != kModelNotYet) stint.start = {earliest_, kModelNotYet};
    stint.start.last = std::max(stint.start.first, std::min(stint.start.last, sign.days.last));
    stint.start_certain = true;
    stint.last_seen = std::max(stint.last_seen, sign.days.first);
  }

  // The next sign but other former posts.
  bool PresenceFollows(const ModelSign& former) const {
    const auto next = std::find_if(signs_.begin(), signs_.end(),
                                   [](const ModelSign& sign) { return sign.kind != Kind::kFormer; });
    return next != signs_.end() && next->kind == Kind::kPresent && PlaceOf(*next) - PlaceOf(former) < kYear;
  }

  void TakeEnd(const ModelSign& sign) {
    if (Open() != nullptr) return End(sign, *Open());
    const bool exact = sign.kind == Kind::kEnd;
    const bool same = !stints_.empty() && sign.days.last - stints_.back().end.last < kYear;
    if (same && exact && !stints_.back().end_exact) return End(sign, stints_.back());
    if (same || (!stints_.empty() && !exact)) return stints_.back().ends.push_back(sign.source);
    const DayNumber earliest = EarliestBefore(sign.days.last);
    stints_.emplace_back().start = {earliest, sign.days.last};
    End(sign, stints_.back());
  }

  std::vector<ModelSign> signs_;  // still to come
  std::vector<ModelStint> stints_;
  DayNumber earliest_ = kModelLongAgo;  // of the last stint that was only possible
};

}  // namespace

std::vector<ModelStint> StintsOf(std::vector<ModelSign> signs) { return Walk(std::move(signs)).Run(); }

}  // namespace annals::query
