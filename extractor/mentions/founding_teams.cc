#include "extractor/mentions/founding_teams.h"

#include <algorithm>
#include <string_view>

namespace annals {
namespace {

constexpr std::u32string_view kFounders[] = {U"创始团队成员", U"创始团队",   U"创始成员",   U"联合创始人",
                                             U"共同创始人",   U"共同创办人", U"联合创办人", U"创业团队",
                                             U"创始人",       U"创办人"};
constexpr std::u32string_view kNaming[] = {U"还包括", U"包括",   U"分别是", U"分别为",
                                           U"还有",   U"成员有", U"成员为"};
constexpr int kMaxToName = 16;  // characters from the verb to the first name: CEO, 前谷歌工程师
constexpr int kMaxToOwner = 1;  // 云岚科技|的|创始团队

class TeamReader {
 public:
  TeamReader(const Reading& reading, const std::vector<Mention>& mentions,
             const std::vector<DocumentEntity>& entities, const OrganizationFocus& focus)
      : reading_(reading), mentions_(mentions), entities_(entities), focus_(focus) {}

  std::vector<Apposition> Read() {
    const std::u32string_view text = reading_.chars();
    for (size_t at = text.find(U'创'); at != text.npos; at = text.find(U'创', at + 1)) {
      // 联合|创始人 begins two characters before.
      for (const size_t begin : {at, at < 2 ? at : at - 2}) {
        int verb = EndOfNaming(text.substr(begin));
        if (verb == 0 && begin == at) verb = EndOfCounted(text, begin);
        if (verb > 0) Name(static_cast<int>(begin), static_cast<int>(begin) + verb);
        if (at < 2) break;
      }
    }
    return std::move(found_);
  }

 private:
  // 有三位|创始人:
  static int EndOfCounted(std::u32string_view text, size_t begin) {
    const size_t from = begin < 3 ? 0 : begin - 3;
    const bool counted = text.substr(from, begin - from).find_last_of(U"位名") == begin - from - 1;
    for (const std::u32string_view founders : {U"创始人:", U"创办人:", U"联合创始人:", U"共同创办人:"}) {
      if (counted && text.substr(begin).starts_with(founders)) return static_cast<int>(founders.size());
    }
    return 0;
  }

  // 三位:, 有三个人:, 有两位,; 0: no number of people and mark.
  static size_t EndOfCount(std::u32string_view text) {
    constexpr std::u32string_view kNumerals = U"两二三四五六七八九十23456789";
    size_t at = text.starts_with(U"一共") ? 2 : 0;
    if (text.substr(at).starts_with(U"有")) ++at;
    const size_t number = at;
    while (at < text.size() && kNumerals.find(text[at]) != kNumerals.npos) ++at;
    if (at == number) return 0;
    while (at < text.size() && std::u32string_view(U"位个名人").find(text[at]) != std::u32string_view::npos)
      ++at;
    return at < text.size() && (text[at] == U':' || text[at] == U',') ? at + 1 : 0;
  }

  // Characters up to the end of the verb behind the word for the founders; 0: none.
  static int EndOfNaming(std::u32string_view text) {
    for (const std::u32string_view founders : kFounders) {
      if (!text.starts_with(founders)) continue;
      for (const std::u32string_view naming : kNaming) {
        if (text.substr(founders.size()).starts_with(naming))
          return static_cast<int>(founders.size() + naming.size());
      }
      const size_t count = EndOfCount(text.substr(founders.size()));
      return count > 0 ? static_cast<int>(founders.size() + count) : 0;
    }
    return 0;
  }

  bool Is(const Mention& mention, EntityType type) const {
    return mention.kind == Mention::Kind::kName && mention.entity >= 0 &&
           entities_[mention.entity].type == type;
  }

  void Name(int begin, int verb) {
    const int company = CompanyBefore(begin);
    if (company < 0) return;
    auto next = std::partition_point(mentions_.begin(), mentions_.end(),
                                     [verb](const Mention& mention) { return mention.span.begin < verb; });
    const auto near = [&] { return next != mentions_.end() && next->span.begin - verb <= kMaxToName; };
    while (near() && !Is(*next, EntityType::kPerson)) ++next;
    if (!near()) return;
    const int list = next->list;
    for (; next != mentions_.end(); ++next) {
      const bool member = Is(*next, EntityType::kPerson) && (list < 0 || next->list == list);
      if (member)
        found_.push_back(
            {Apposition::Kind::kFounder, next->entity, company, "", false, {begin, next->span.end}});
      if (list < 0 || (next->list != list && next->head && Is(*next, EntityType::kPerson))) return;
      if (next->span.begin - verb > kLongestList) return;
    }
  }

  int CompanyBefore(int begin) const {
    const auto after =
        std::partition_point(mentions_.begin(), mentions_.end(),
                             [begin](const Mention& mention) { return mention.span.begin < begin; });
    if (after != mentions_.begin()) {
      const Mention& owner = *std::prev(after);
      const bool near = owner.span.end <= begin && begin - owner.span.end <= kMaxToOwner;
      if (near && owner.entity >= 0 && entities_[owner.entity].type == EntityType::kOrganization)
        return owner.entity;
    }
    return focus_.At(begin, reading_.context.structure);
  }

  static constexpr int kLongestList = 200;  // characters

  const Reading& reading_;
  const std::vector<Mention>& mentions_;
  const std::vector<DocumentEntity>& entities_;
  const OrganizationFocus& focus_;
  std::vector<Apposition> found_;
};

}  // namespace

std::vector<Apposition> FindFoundingTeams(const Reading& reading, const std::vector<Mention>& mentions,
                                          const std::vector<DocumentEntity>& entities,
                                          const OrganizationFocus& focus) {
  return TeamReader(reading, mentions, entities, focus).Read();
}

}  // namespace annals
