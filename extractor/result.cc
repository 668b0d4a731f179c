#include "extractor/result.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "common/utf8.h"
#include "extractor/event_time.h"
#include "extractor/mentions/entity_ids.h"

namespace annals {
namespace {

// FNV-1a, 64 bit: ids must be the same on every machine.
uint64_t Fnv1a(absl::string_view bytes, uint64_t hash) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

std::string HashId(absl::string_view prefix, std::initializer_list<std::string> parts) {
  uint64_t hash = 14695981039346656037u;
  for (const std::string& part : parts) hash = Fnv1a("\x1f", Fnv1a(part, hash));
  return absl::StrFormat("%s-%016x", prefix, hash);
}

// Hardly a sentence of a newspaper is longer. In a text without an end to its sentences every event would
// repeat the whole of it.
constexpr int kLongestEvidence = 400;  // characters

// `span`, cut down to the neighbourhood of `center` where it is too long.
Span Shortened(Span span, Span center) {
  if (span.size() <= kLongestEvidence) return span;
  const int begin = std::clamp(center.begin - kLongestEvidence / 2, span.begin, span.end - kLongestEvidence);
  return {begin, begin + kLongestEvidence};
}

class ResultWriter {
 public:
  ResultWriter(const ResultParts& parts, v1::Extraction& extraction)
      : parts_(parts), extraction_(extraction), ids_(parts.document.mentions.entities.size()) {}

  void Write(std::vector<std::string>& event_ids) {
    WriteEntities();
    event_ids.assign(parts_.drafts.size(), "");
    for (size_t i = 0; i < parts_.drafts.size(); ++i) {
      if (!parts_.drafts[i].dropped) event_ids[i] = WriteEvent(parts_.drafts[i]);
    }
    for (const RelationDraft& relation : parts_.relations) WriteRelation(relation);
  }

  std::string Words(Span span) const {
    if (span.empty()) return "";
    const ByteSpan bytes = parts_.document.text.Origin(span);
    return parts_.text.substr(bytes.begin, bytes.end - bytes.begin);
  }

  void SetSpan(Span span, v1::Span* out) const {
    if (span.empty()) return;
    const ByteSpan bytes = parts_.document.text.Origin(span);
    out->set_begin(bytes.begin);
    out->set_end(bytes.end);
  }

 private:
  // Entities that something refers to, by first mention.
  void WriteEntities() {
    std::vector<char> used(ids_.size(), 0);
    for (const EventDraft& draft : parts_.drafts) {
      for (const ArgumentDraft& argument : draft.arguments) {
        if (!draft.dropped && argument.entity >= 0) used[argument.entity] = 1;
      }
    }
    for (const RelationDraft& relation : parts_.relations) used[relation.from] = used[relation.to] = 1;
    for (const Mention& mention : parts_.document.mentions.mentions) {
      if (mention.entity >= 0 && used[mention.entity] == 1) {
        WriteEntity(mention.entity);
        used[mention.entity] = 2;
      }
    }
    for (size_t i = 0; i < used.size(); ++i) {
      if (used[i] == 1) WriteEntity(static_cast<int>(i));
    }
  }

  void WriteEntity(int index) {
    const DocumentEntity& entity = parts_.document.mentions.entities[index];
    ids_[index] = entity.known_id.empty() ? MakeEntityId(ToProto(entity.type), entity.name) : entity.known_id;
    v1::Entity* out = extraction_.add_entities();
    out->set_id(ids_[index]);
    out->set_type(ToProto(entity.type));
    out->set_name(entity.name);
    for (const std::string& alias : entity.aliases) out->add_aliases(alias);
  }

  std::string WriteEvent(const EventDraft& draft) {
    v1::Event* event = extraction_.add_events();
    const int person = draft.Entity(v1::ROLE_PERSON);
    event->set_id(
        HashId("event", {parts_.article_id, v1::EventType_Name(draft.type), absl::StrCat(draft.trigger.begin),
                         person < 0 ? "" : ids_[person], absl::StrCat(extraction_.events_size())}));
    event->set_type(draft.type);
    event->set_status(draft.status);
    event->set_certainty(draft.certainty);
    event->set_attribution(draft.attribution);
    event->set_trigger(Words(draft.trigger));
    event->set_confidence(draft.confidence);
    if (draft.time >= 0) {
      const TimeMention& time = parts_.document.times[draft.time];
      SetEventTime(time, draft.interval, parts_.document.text, parts_.text, *event->mutable_time());
    }
    for (const ArgumentDraft& argument : draft.arguments) WriteArgument(argument, event->add_arguments());
    for (const Span span : draft.evidence)
      WriteEvidence(Shortened(span, draft.trigger), event->add_evidence());
    return event->id();
  }

  void WriteArgument(const ArgumentDraft& argument, v1::Argument* out) const {
    const Span span = Shortened(argument.span, argument.span);
    out->set_role(argument.role);
    out->set_text(Words(span));
    SetSpan(span, out->mutable_span());
    if (argument.entity >= 0) {
      out->set_entity_id(ids_[argument.entity]);
      return;
    }
    out->mutable_value()->set_text(argument.name.empty() ? out->text() : argument.name);
    if (argument.number) out->mutable_value()->set_number(*argument.number);
    out->mutable_value()->set_unit(argument.unit);
  }

  void WriteEvidence(Span span, v1::Evidence* out) const {
    out->set_text(Words(span));
    SetSpan(span, out->mutable_span());
  }

  void WriteRelation(const RelationDraft& relation) {
    v1::Relation* out = extraction_.add_relations();
    out->set_type(relation.type);
    out->set_from_entity_id(ids_[relation.from]);
    out->set_to_entity_id(ids_[relation.to]);
    out->set_title(relation.title);
    out->set_former(relation.former);
    out->set_id(HashId("relation", {parts_.article_id, v1::RelationType_Name(relation.type),
                                    ids_[relation.from], ids_[relation.to]}));
    if (!relation.evidence.empty()) {
      WriteEvidence(Shortened(relation.evidence, relation.evidence), out->add_evidence());
    }
  }

  const ResultParts& parts_;
  v1::Extraction& extraction_;
  std::vector<std::string> ids_;
};

}  // namespace

void WriteResult(const ResultParts& parts, std::vector<std::string>& event_ids, v1::Extraction& extraction) {
  ResultWriter(parts, extraction).Write(event_ids);
}

void WriteExplanation(const ResultParts& parts, const std::vector<TriggerTrace>& traces,
                      const std::vector<int>& merged_into, const std::vector<std::string>& event_ids,
                      v1::Extraction& extraction) {
  const ResultWriter writer(parts, extraction);
  for (const TriggerTrace& trace : traces) {
    if (trace.trigger == nullptr) continue;
    v1::TriggerExplanation* out = extraction.mutable_explanation()->add_triggers();
    const TriggerHit& hit = parts.document.triggers[trace.hit];
    out->set_trigger(writer.Words(hit.word));
    writer.SetSpan(hit.word, out->mutable_span());
    out->set_type(trace.trigger->type);
    out->set_frame(trace.trigger->frame->name);
    out->set_outcome(trace.outcome);
    for (size_t i = 0; i < parts.drafts.size(); ++i) {
      if (parts.drafts[i].hit != trace.hit) continue;
      out->set_event_id(event_ids[merged_into[i]]);
      if (!parts.drafts[i].note.empty()) out->set_outcome(parts.drafts[i].note);
    }
    for (const SlotCandidate& candidate : trace.candidates) {
      v1::SlotReading* reading = out->add_readings();
      reading->set_role(candidate.role);
      reading->set_text(writer.Words(candidate.span));
      writer.SetSpan(candidate.span, reading->mutable_span());
      reading->set_score(candidate.score);
      reading->set_chosen(candidate.chosen);
      reading->set_reason(candidate.reason);
    }
  }
}

}  // namespace annals
