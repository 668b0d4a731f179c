#include "extractor/discourse/argument_words.h"

#include <algorithm>
#include <string>

#include "common/utf8.h"
#include "extractor/mentions/characters.h"

namespace annals {
namespace {

class Places {
 public:
  explicit Places(const Document& document) : document_(document), named_(document.mentions.entities.size()) {
    for (const Mention& mention : document.mentions.mentions) {
      if (mention.entity >= 0 && mention.kind == Mention::Kind::kName)
        named_[mention.entity].push_back(&mention);
    }
  }

  void Point(const EventDraft& draft, ArgumentDraft& argument) const {
    if (argument.entity < 0) return;
    if (!IsOwn(argument)) argument.span = Nearest(argument, draft.trigger.begin);
    argument.span = WithBrand(argument);
  }

 private:
  bool IsOwn(const ArgumentDraft& argument) const {
    if (argument.mention >= 0) return document_.mention(argument.mention).entity == argument.entity;
    // The chain of a name holds it: only those inside of the argument's words may be meant.
    const std::vector<const Mention*>& named = named_[argument.entity];
    auto next = std::partition_point(named.begin(), named.end(),
                                     [&](const Mention* m) { return m->span.begin < argument.span.begin; });
    for (; next != named.end() && (*next)->span.begin < argument.span.end; ++next) {
      if ((*next)->span == argument.span || (*next)->chain == argument.span) return true;
    }
    return false;
  }

  Span Nearest(const ArgumentDraft& argument, int trigger) const {
    const std::vector<const Mention*>& named = named_[argument.entity];
    if (named.empty()) return argument.span;
    const auto from = [&named](int position) {
      return std::partition_point(named.begin(), named.end(),
                                  [position](const Mention* m) { return m->span.begin < position; });
    };
    const auto inside = from(argument.span.begin);
    if (inside != named.end() && argument.span.Contains((*inside)->span)) return (*inside)->span;
    const auto behind = from(trigger);
    return behind == named.begin() ? (*behind)->span : (*std::prev(behind))->span;
  }

  // 荣耀|30S, 小米|10: the name in full, where it stands there.
  Span WithBrand(const ArgumentDraft& argument) const {
    const DocumentEntity& entity = document_.mentions.entities[argument.entity];
    if (entity.type != EntityType::kProduct) return argument.span;
    const std::u32string name = DecodeUtf8(entity.name).value_or(U"");
    const int begin = argument.span.end - static_cast<int>(name.size());
    if (begin < 0 || begin >= argument.span.begin) return argument.span;
    const Span whole{begin, argument.span.end};
    return FoldedEqual(document_.View(whole), name) ? whole : argument.span;
  }

  static bool FoldedEqual(std::u32string_view words, std::u32string_view name) {
    return std::equal(words.begin(), words.end(), name.begin(), name.end(),
                      [](char32_t a, char32_t b) { return ToLower(a) == ToLower(b); });
  }

  const Document& document_;
  std::vector<std::vector<const Mention*>> named_;  // by entity: its names, in order
};

}  // namespace

void PointToOwnWords(const Document& document, std::vector<EventDraft>& drafts) {
  const Places places(document);
  for (EventDraft& draft : drafts) {
    for (ArgumentDraft& argument : draft.arguments) places.Point(draft, argument);
  }
}

}  // namespace annals
