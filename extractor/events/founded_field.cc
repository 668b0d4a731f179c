#include "extractor/events/founded_field.h"

#include "extractor/events/word_classes.h"

namespace annals {
namespace {

constexpr int kShortest = 2, kLongest = 12;  // characters

// From the verb to the name of what is founded, else to the end of the clause.
Span WordsBehind(const Document& document, const EventDraft& draft) {
  Span words{draft.trigger.end, document.ClauseSpan(draft.clause).end};
  const ArgumentDraft* company = draft.Find(v1::ROLE_ORGANIZATION);
  if (company != nullptr && company->mention >= 0) {
    const Span name = document.mention(company->mention).span;
    if (name.begin >= words.begin && name.begin < words.end) words.end = name.begin;
  }
  if (words.begin < words.end && document.text.chars[words.end - 1] == U'“') --words.end;
  return words;
}

}  // namespace

int BeginOfFoundedName(const Document& document, int clause) {
  const size_t next = clause + 1;
  if (clause < 0 || next >= document.structure.clauses.size() ||
      document.SentenceOf(static_cast<int>(next)) != document.SentenceOf(clause))
    return -1;
  const Span words = document.ClauseSpan(static_cast<int>(next));
  const size_t opening = document.classes->AllOpening(WordClass::kNaming, document.View(words));
  return opening == 0 ? -1 : words.begin + static_cast<int>(opening);
}

void AddFoundedName(const Document& document, EventDraft& draft) {
  if (draft.type != v1::EVENT_TYPE_FOUND || draft.Find(v1::ROLE_ORGANIZATION) != nullptr) return;
  const int from = BeginOfFoundedName(document, draft.clause);
  if (from < 0) return;
  const Mention* name = document.MentionFrom(from);
  if (name == nullptr || name->span.begin > from + 1 || name->kind != Mention::Kind::kName ||
      name->entity < 0 || name->types.Has(EntityType::kPerson))
    return;
  draft.arguments.push_back(
      {v1::ROLE_ORGANIZATION, name->entity, name->span, std::nullopt, "", 1.0, document.IndexOf(*name)});
}

void AddFoundedField(const Document& document, EventDraft& draft) {
  if (draft.type != v1::EVENT_TYPE_FOUND || draft.clause < 0 || draft.Find(v1::ROLE_TOPIC) != nullptr) return;
  Span words = WordsBehind(document, draft);
  if (words.begin >= words.end) return;
  std::u32string_view field = document.View(words);
  const size_t kind = document.classes->LongestClosing(WordClass::kFounded, field);
  field.remove_suffix(kind);
  const size_t opening = document.classes->AllOpening(WordClass::kDeterminer, field);
  field.remove_prefix(opening);
  words.begin += static_cast<int>(opening);
  const bool sized = field.size() >= kShortest && field.size() <= kLongest;
  if (kind == 0 || !sized || field.find_first_of(U"的、,在于“”") != field.npos) return;
  if (document.classes->AnyCloses(WordClass::kNoField, field)) return;
  const Span topic{words.begin, words.begin + static_cast<int>(field.size())};
  draft.arguments.push_back({v1::ROLE_TOPIC, -1, topic, std::nullopt, "", 1.0});
}

}  // namespace annals
