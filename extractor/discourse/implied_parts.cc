#include "extractor/discourse/implied_parts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/utf8.h"

namespace annals {
namespace {

constexpr size_t kFewestSentences = 4;  // a line or two speak of nobody in particular
constexpr size_t kShortestName = 2;     // characters

class PartReader {
 public:
  PartReader(const Document& document, std::vector<char> owned)
      : document_(document), owned_(std::move(owned)), times_(document.mentions.entities.size() + 1, 0) {
    for (const Mention& mention : document_.mentions.mentions) {
      if (mention.entity < 0 || mention.kind != Mention::Kind::kName) continue;
      if (Entity(mention.entity).type != EntityType::kOrganization) continue;
      ++times_[mention.entity];
      owner_named_.emplace(document_.View(mention.span), mention.entity);
    }
    most_ = *std::max_element(times_.begin(), times_.end());
  }

  std::vector<RelationDraft> Read() {
    for (const Mention& mention : document_.mentions.mentions) {
      if (mention.entity < 0 || mention.kind != Mention::Kind::kName || owned_[mention.entity]) continue;
      int owner = NamedAfter(mention);
      if (owner < 0 && IsNamedPart(mention)) {
        owned_[mention.entity] = 1;
        owner = InFocus(mention.span);
        if (owner >= 0 && times_[owner] != most_ && !IsNamedBeside(owner, mention.span)) owner = -1;
      }
      if (owner < 0 || owner == mention.entity) continue;
      owned_[mention.entity] = 1;
      parts_.push_back({v1::RELATION_TYPE_PART_OF, mention.entity, owner, "", false, mention.span});
    }
    return std::move(parts_);
  }

 private:
  const DocumentEntity& Entity(int entity) const { return document_.mentions.entities[entity]; }

  // 云岚元宝, 云岚科技研究院, 云岚台北分公司: the longest name of an organisation that its own begins with.
  // -1: none.
  int NamedAfter(const Mention& mention) const {
    const DocumentEntity& part = Entity(mention.entity);
    const std::u32string_view name = document_.View(mention.span);
    const bool organization = part.type == EntityType::kOrganization;
    if (part.type == EntityType::kPerson || !part.known_owner.empty()) return -1;
    if (organization && (!part.known_id.empty() || !IsDependent(name))) return -1;
    for (size_t length = name.size() - 1; length >= kShortestName && length < name.size(); --length) {
      const auto owner = owner_named_.find(name.substr(0, length));
      if (owner == owner_named_.end() || owner->second == mention.entity) continue;
      const bool whole = name.size() - length >= kShortestName || name.back() == U'厂';
      const bool sure = !Entity(owner->second).known_id.empty() || times_[owner->second] == most_;
      return whole && sure && name.find_first_of(U"0123456789") == name.npos ? owner->second : -1;
    }
    return -1;
  }

  // 分公司, 工厂: a body that is always part of another.
  bool IsDependent(std::u32string_view name) const {
    // 赣南医学院 is a university.
    constexpr std::u32string_view kMedical = U"医学院";
    if (name.ends_with(kMedical) && name.size() > kMedical.size()) return false;
    return document_.classes->AnyCloses(WordClass::kDependent, name);
  }

  bool IsNamedBeside(int organization, Span span) const {
    const int number = document_.structure.SentenceAt(span.begin);
    return number >= 0 && document_.IsNamedIn(document_.structure.sentences[number].span, organization);
  }

  // 选址部, “岳医生”; not 销售团队 or 零售业务, which any company has, and not R1, which may be anybody's.
  bool IsNamedPart(const Mention& mention) const {
    if (document_.structure.sentences.size() < kFewestSentences) return false;
    const DocumentEntity& part = Entity(mention.entity);
    const std::u32string_view name = document_.View(mention.span);
    if (!part.known_owner.empty()) return false;  // of somebody whom the text does not name
    if (part.type == EntityType::kUnit) {
      const bool plant = name.ends_with(U"工厂") && name.size() > 2;
      return plant ||
             (!document_.classes->AnyCloses(WordClass::kCommonUnit, name) && !IsCounted(mention.span));
    }
    if (part.type == EntityType::kOrganization) return part.known_id.empty() && IsDependent(name);
    const int before = mention.span.begin - 1;
    return part.type == EntityType::kProduct && part.known_id.empty() && before >= 0 &&
           document_.text.chars[before] == U'“';
  }

  // 一家|大模型实验室: one of many.
  bool IsCounted(Span span) const {
    static constexpr std::u32string_view kMeasures = U"家个条支间";
    return span.begin > 0 &&
           kMeasures.find(document_.text.chars[span.begin - 1]) != std::u32string_view::npos;
  }

  int InFocus(Span span) const {
    const int owner = document_.OrganizationInFocus(span.begin);
    if (owner < 0) return -1;
    return Entity(owner).type == EntityType::kOrganization ? owner : -1;
  }

  const Document& document_;
  std::vector<char> owned_;
  std::vector<int> times_;  // by entity: how often an organisation is named; 0 for what is none
  int most_ = 0;
  std::unordered_map<std::u32string_view, int> owner_named_;  // by a name as written: the organisation
  std::vector<RelationDraft> parts_;
};

}  // namespace

std::vector<RelationDraft> ImpliedParts(const Document& document, std::vector<char> owned) {
  return PartReader(document, std::move(owned)).Read();
}

}  // namespace annals
