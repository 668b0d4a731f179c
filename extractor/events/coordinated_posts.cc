#include "extractor/events/coordinated_posts.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace annals {
namespace {

constexpr int kMaxBeforePerson = 3;  // characters: “，并”, “；”
constexpr int kMaxToTitle = 3;       // 为|公司|总经理

class Coordination {
 public:
  explicit Coordination(const Document& document) : document_(document) {}

  // The appointments behind this one, which share its verb.
  std::vector<EventDraft> Behind(const EventDraft& first) const {
    std::vector<EventDraft> further;
    const ArgumentDraft* title = first.Find(v1::ROLE_TITLE);
    if (title == nullptr || first.Find(v1::ROLE_PERSON) == nullptr || title->span.begin < first.trigger.end)
      return further;
    for (int end = title->span.end;;) {
      std::optional<EventDraft> next = NextBehind(end, first);
      if (!next.has_value()) return further;
      end = next->Find(v1::ROLE_TITLE)->span.end;
      further.push_back(*std::move(next));
    }
  }

 private:
  std::optional<EventDraft> NextBehind(int position, const EventDraft& first) const {
    const std::vector<Mention>& mentions = document_.mentions.mentions;
    const auto person = std::partition_point(
        mentions.begin(), mentions.end(), [position](const Mention& m) { return m.span.begin < position; });
    if (person == mentions.end() || !IsHolder(*person, position, first)) return std::nullopt;
    const int verb = person->span.end;
    const auto title = std::find_if(person + 1, mentions.end(), [verb](const Mention& m) {
      return m.kind == Mention::Kind::kTitle || m.span.begin > verb + kMaxToTitle;
    });
    if (title == mentions.end() || title->kind != Mention::Kind::kTitle) return std::nullopt;
    const Span words = title->title.empty() ? title->span : title->title;
    if (words.begin < verb + 1 || words.begin > verb + 1 + kMaxToTitle) return std::nullopt;
    const auto at = static_cast<int>(person - mentions.begin());
    return Draft(at, {verb, verb + 1}, words, first);
  }

  // ，|顾若彤|为
  bool IsHolder(const Mention& mention, int position, const EventDraft& first) const {
    if (mention.kind != Mention::Kind::kName || mention.entity < 0 || !mention.types.Has(EntityType::kPerson))
      return false;
    const Span between{position, mention.span.begin};
    const bool near = between.size() >= 1 && between.size() <= kMaxBeforePerson &&
                      document_.View(between).find_first_of(U"。!?\n") == std::u32string_view::npos;
    const bool same_sentence = document_.SentenceOf(document_.structure.ClauseAt(mention.span.begin)) ==
                               document_.SentenceOf(first.clause);
    const int end = mention.span.end;
    if (!near || !same_sentence || end >= document_.text.size()) return false;
    const char32_t verb = document_.text.chars[end];
    return (verb == U'为' || verb == U'任') && mention.entity != first.Entity(v1::ROLE_PERSON);
  }

  EventDraft Draft(int mention, Span verb, Span title, const EventDraft& first) const {
    const Mention& person = document_.mention(mention);
    EventDraft draft = first;
    std::erase_if(draft.arguments,
                  [](const ArgumentDraft& argument) { return argument.role != v1::ROLE_ORGANIZATION; });
    draft.arguments.push_back({v1::ROLE_PERSON, person.entity, person.span, std::nullopt, "", 1.0, mention});
    draft.arguments.push_back({v1::ROLE_TITLE, -1, title, std::nullopt, "", 1.0});
    draft.trigger = verb;
    draft.clause = document_.structure.ClauseAt(verb.begin);
    draft.evidence = {document_.ClauseSpan(draft.clause)};
    return draft;
  }

  const Document& document_;
};

}  // namespace

void AddCoordinatedAppointments(const Document& document, std::vector<EventDraft>& drafts) {
  const Coordination coordination(document);
  std::vector<EventDraft> further;
  for (const EventDraft& draft : drafts) {
    if (draft.type != v1::EVENT_TYPE_APPOINT) continue;
    for (EventDraft& next : coordination.Behind(draft)) {
      const bool told = std::any_of(drafts.begin(), drafts.end(), [&](const EventDraft& other) {
        return other.type == next.type && other.Entity(v1::ROLE_PERSON) == next.Entity(v1::ROLE_PERSON);
      });
      if (!told) further.push_back(std::move(next));
    }
  }
  drafts.insert(drafts.end(), further.begin(), further.end());
}

}  // namespace annals
