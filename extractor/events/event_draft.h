// An event while it is being read.
#ifndef ANNALS_EXTRACTOR_EVENTS_EVENT_DRAFT_H_
#define ANNALS_EXTRACTOR_EVENTS_EVENT_DRAFT_H_

#include <optional>
#include <string>
#include <vector>

#include "annals/v1/event.pb.h"
#include "common/date_interval.h"
#include "extractor/text/folded_text.h"

namespace annals {

// Whether events of the type end what their person did somewhere: leaving, stepping down, being dismissed.
constexpr bool LeavesPost(v1::EventType type) {
  return type == v1::EVENT_TYPE_DEPART || type == v1::EVENT_TYPE_STEP_DOWN || type == v1::EVENT_TYPE_DISMISS;
}

struct ArgumentDraft {
  v1::Role role;
  int entity = -1;               // index into MentionSet::entities, or -1 for a literal
  Span span;                     // the words that fill it
  std::optional<double> number;  // literals only
  std::string unit;
  double score = 0;       // how sure the filler is; comparable within a role
  int mention = -1;       // the mention that fills it, where one does
  std::string name = "";  // literals only: what it is called, where the words do not say it
};

struct EventDraft {
  v1::EventType type = v1::EVENT_TYPE_UNSPECIFIED;
  v1::EventStatus status = v1::EVENT_STATUS_OCCURRED;
  v1::Certainty certainty = v1::CERTAINTY_CONFIRMED;
  std::string attribution;
  std::vector<ArgumentDraft> arguments;
  int time = -1;          // index into Document::times
  DateInterval interval;  // resolved for this event
  Span outcome;           // the words that say it failed or was refused; empty where none do
  bool intended = false;  // was a plan, whatever became of it
  bool relative = false;  // told in a relative clause about one of its participants
  bool carried = false;   // its subject stands in an earlier clause
  std::vector<Span> evidence;
  Span trigger;
  int clause = -1;         // of the trigger
  int hit = -1;            // index into Document::triggers; -1 for events without a trigger word
  const char* frame = "";  // name of the frame, for rules that ask for it
  double confidence = 0;   // that it is right; set when the drafts are merged
  bool dropped = false;
  std::string note;  // why it was dropped, or what it was merged with

  const ArgumentDraft* Find(v1::Role role) const {
    for (const ArgumentDraft& argument : arguments) {
      if (argument.role == role) return &argument;
    }
    return nullptr;
  }
  int Entity(v1::Role role) const {
    const ArgumentDraft* argument = Find(role);
    return argument == nullptr ? -1 : argument->entity;
  }
  bool Has(v1::Role role, int entity) const {
    for (const ArgumentDraft& argument : arguments) {
      if (argument.role == role && argument.entity == entity) return true;
    }
    return false;
  }
};

// A candidate that was looked at for a slot, kept for the explanation.
struct SlotCandidate {
  v1::Role role;
  Span span;
  double score;
  bool chosen;
  const char* reason;
};

// What became of one trigger occurrence.
struct Trigger;

struct TriggerTrace {
  int hit;
  const Trigger* trigger = nullptr;
  std::vector<SlotCandidate> candidates;
  std::string outcome;
  int event = -1;  // index into the drafts
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_EVENT_DRAFT_H_
