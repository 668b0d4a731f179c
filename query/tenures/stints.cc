#include "query/tenures/stints.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace annals::query {
namespace {

// Where it stands in order of time.
DayNumber PlaceOf(const StintEvidence& evidence) {
  const bool end = evidence.sign == StintSign::kFormer || evidence.sign >= StintSign::kMovedOn;
  return end ? evidence.days.last : evidence.days.first;
}

bool Earlier(const StintEvidence& a, const StintEvidence& b) {
  const auto rank = [](const StintEvidence& e) {
    return std::tuple(PlaceOf(e), e.sign, e.days.first, e.days.last, e.source);
  };
  return rank(a) < rank(b);
}

class StintBuilder {
 public:
  explicit StintBuilder(std::vector<StintEvidence> evidence) : evidence_(std::move(evidence)) {
    std::sort(evidence_.begin(), evidence_.end(), Earlier);
    used_.resize(evidence_.size());
  }

  std::vector<Stint> Run() {
    for (size_t i = 0; i < evidence_.size(); ++i) {
      if (!used_[i]) Take(i);
    }
    return std::move(stints_);
  }

 private:
  void Take(size_t i) {
    const StintEvidence& evidence = evidence_[i];
    switch (evidence.sign) {
      case StintSign::kStart:
        return TakeStart(evidence);
      case StintSign::kRumouredStart:
      case StintSign::kHeadedFor:
        return TakePossibleStart(evidence);
      case StintSign::kPresent:
        return TakePresence(evidence);
      case StintSign::kFormer:
        return PresenceFollows(i) ? TakeFormerPost(evidence) : TakeEnd(evidence);
      default:
        return TakeEnd(evidence);
    }
  }

  bool open() const { return !stints_.empty() && !stints_.back().ended; }

  // A stint begins where the one before may have ended, or later.
  DayNumber Floor(DayNumber latest) const {
    return stints_.empty() ? kLongAgo : std::min(stints_.back().end.first, latest);
  }

  Stint& Open(DayBounds start) {
    floor_ = Floor(start.last);
    start.first = std::max(start.first, floor_);
    Stint& stint = stints_.emplace_back();
    stint.start = start;
    return stint;
  }

  void SetStart(const StintEvidence& evidence, Stint& stint) {
    stint.start = evidence.days;
    stint.start_exact = true;
    stint.start_certain = true;
    stint.start_sources.insert(stint.start_sources.begin(), evidence.source);
    stint.last_seen = std::max(stint.last_seen, evidence.days.last);
  }

  void TakeStart(const StintEvidence& evidence) {
    if (open() && BeginsAnother(evidence, stints_.back())) CloseBefore(evidence);
    if (!open()) return SetStart(evidence, Open(evidence.days));
    Stint& stint = stints_.back();
    if (!stint.start_exact) return SetStart(evidence, stint);
    stint.start_sources.push_back(evidence.source);
  }

  // Whether somebody who was there must have left before this start.
  static bool BeginsAnother(const StintEvidence& evidence, const Stint& stint) {
    if (stint.start_exact) return evidence.days.first - stint.start.first >= kOtherStintDays;
    if (stint.last_seen != kLongAgo) return evidence.days.first - stint.last_seen > kCarelessDays;
    return evidence.days.first - stint.start.first >= kOtherStintDays;
  }

  // By an end that may lie before the start, or without knowing when.
  void CloseBefore(const StintEvidence& start) {
    for (size_t i = 0; i < evidence_.size(); ++i) {
      if (used_[i] || evidence_[i].sign != StintSign::kEnd) continue;
      if (PlaceOf(evidence_[i]) < start.days.first || evidence_[i].days.first > start.days.first) continue;
      used_[i] = true;
      return Close(evidence_[i], stints_.back());
    }
    Stint& stint = stints_.back();
    stint.ended = true;
    stint.end = {std::max(stint.start.first, stint.last_seen), start.days.last};
  }

  void TakePossibleStart(const StintEvidence& evidence) {
    if (open()) {
      stints_.back().start_sources.push_back(evidence.source);
      return;
    }
    const bool rumoured = evidence.sign == StintSign::kRumouredStart;
    Stint& stint = Open({evidence.days.first, rumoured ? evidence.days.last : kNotYet});
    stint.start_certain = false;
    stint.start_sources.push_back(evidence.source);
  }

  void TakePresence(const StintEvidence& evidence) {
    const bool careless =
        !stints_.empty() && !open() && evidence.days.first - stints_.back().end.last <= kCarelessDays;
    if (!open() && !careless) Open({kLongAgo, evidence.days.last});
    Stint& stint = stints_.back();
    stint.presence_sources.push_back(evidence.source);
    if (careless) return;
    const bool rumoured = !stint.start_certain && stint.start.last != kNotYet;
    if (rumoured) stint.start = {floor_, kNotYet};
    stint.start.last = std::max(stint.start.first, std::min(stint.start.last, evidence.days.last));
    stint.start_certain = true;
    stint.last_seen = std::max(stint.last_seen, evidence.days.first);
  }

  // Another post goes on.
  void TakeFormerPost(const StintEvidence& evidence) {
    if (!stints_.empty()) stints_.back().presence_sources.push_back(evidence.source);
  }

  bool PresenceFollows(size_t former) const {
    size_t i = former + 1;
    while (i < evidence_.size() && evidence_[i].sign == StintSign::kFormer) ++i;
    return i < evidence_.size() && evidence_[i].sign == StintSign::kPresent &&
           PlaceOf(evidence_[i]) - PlaceOf(evidence_[former]) < kOtherStintDays;
  }

  void TakeEnd(const StintEvidence& evidence) {
    if (open()) return Close(evidence, stints_.back());
    const bool exact = evidence.sign == StintSign::kEnd;
    if (!stints_.empty()) {
      Stint& last = stints_.back();
      const bool same = evidence.days.last - last.end.last < kOtherStintDays;
      if (same && exact && !last.end_exact) return Close(evidence, last);
      if (same || !exact) {
        last.end_sources.push_back(evidence.source);
        return;
      }
    }
    Close(evidence, Open({kLongAgo, evidence.days.last}));
  }

  void Close(const StintEvidence& evidence, Stint& stint) {
    stint.end_exact = evidence.sign == StintSign::kEnd;
    stint.ended = true;
    stint.end_sources.insert(stint.end_exact ? stint.end_sources.begin() : stint.end_sources.end(),
                             evidence.source);
    stint.end = evidence.days;
    // It ends after it began and after the last day on which somebody was seen, where the end leaves room.
    DayNumber after = stint.start.first;
    if (stint.last_seen != kLongAgo) after = std::max(after, stint.last_seen + 1);
    stint.end.first = std::max(stint.end.first, std::min(after, stint.end.last));
    stint.start.last = std::max(stint.start.first, std::min(stint.start.last, stint.end.last));
  }

  std::vector<StintEvidence> evidence_;
  std::vector<bool> used_;
  std::vector<Stint> stints_;
  DayNumber floor_ = kLongAgo;  // of the last stint
};

}  // namespace

std::vector<Stint> FindStints(std::vector<StintEvidence> evidence) {
  return StintBuilder(std::move(evidence)).Run();
}

Presence PresenceOn(const Stint& stint, DayNumber day) {
  if (stint.start.first > day || (stint.ended && stint.end.last <= day)) return Presence::kNot;
  const bool begun = stint.start_certain && stint.start.last <= day;
  const bool still = stint.ended ? stint.end.first > day : stint.last_seen >= day;
  return begun && still ? Presence::kDefinitely : Presence::kPossibly;
}

bool MayMeet(const Stint& stint, const DayBounds& window) {
  return stint.start.first <= window.last && (!stint.ended || stint.end.last >= window.first);
}

}  // namespace annals::query
