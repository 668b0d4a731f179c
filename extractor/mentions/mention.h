// Mentions of people, organisations, units and products, the noun phrases they head, and the entities of a
// document.
#ifndef ANNALS_EXTRACTOR_MENTIONS_MENTION_H_
#define ANNALS_EXTRACTOR_MENTIONS_MENTION_H_

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "extractor/mentions/focus.h"
#include "extractor/text/folded_text.h"

namespace annals {

enum class EntityType : uint8_t { kPerson, kOrganization, kUnit, kProduct };

// What a mention may be. A Latin or quoted name often stays open until a slot decides.
class TypeSet {
 public:
  constexpr TypeSet() = default;
  constexpr TypeSet(EntityType type)
      : bits_(1u << static_cast<int>(type)) {}  // NOLINT: a type is a set of one
  constexpr bool Has(EntityType type) const { return bits_ & (1u << static_cast<int>(type)); }
  constexpr bool Only(EntityType type) const { return bits_ == (1u << static_cast<int>(type)); }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr int bits() const { return bits_; }
  constexpr TypeSet operator|(TypeSet other) const { return TypeSet(bits_ | other.bits_); }
  constexpr TypeSet operator&(TypeSet other) const { return TypeSet(bits_ & other.bits_); }
  friend constexpr auto operator<=>(TypeSet, TypeSet) = default;

 private:
  constexpr explicit TypeSet(unsigned bits) : bits_(static_cast<uint8_t>(bits)) {}
  uint8_t bits_ = 0;
};

// One place in the text that names, or points to, somebody or something.
struct Mention {
  enum class Kind : uint8_t {
    kName,     // a name, full or short: 冯佳时, 佳时, Meta, “冒泡鸭”
    kPronoun,  // 他, 她, 他们, 它, 其, 自己, 双方, 后者, 前者, 对方
    kNominal,  // a definite description: 该公司, 这家初创公司, 公司, 这位创始人, 该团队
    kTitle,    // a title that stands for its holder: 创始人(在全员信里说)
  };
  Kind kind = Kind::kName;
  Span span;   // the name itself, without title and organisation
  Span chain;  // the whole noun phrase it heads: 苹果基础模型团队负责人庞若鸣; contains span
  TypeSet types;
  Span head_noun = {};  // what a list shares, where it is part of the name: 感知、规控两个|部门
  int entity = -1;      // index into MentionSet::entities; -1 for an unresolved pronoun or nominal
  bool head = true;     // false: it is a modifier inside another mention's chain (苹果, 基础模型团队)
  bool plural = false;  // 他们, 双方, 三人
  // What the chain says of its head. Indices into MentionSet::mentions, -1 where absent.
  int organization = -1;  // 苹果
  int unit = -1;          // 基础模型团队
  Span title;             // 基础模型团队负责人; without the organisation; empty where absent
  bool former = false;    // 前, 原, 曾任
  bool founder = false;   // the title is one of foundation: 创始人, 联合创始人
  int list = -1;          // mentions joined by 、 和 与 及 share a number; -1: stands alone
  std::vector<int> group;  // entities a plural reference (双方, 两人, 他们) stands for; empty where unknown
};

// Somebody or something, all over the document.
struct DocumentEntity {
  EntityType type;
  std::string name;                  // fullest form, simplified
  std::vector<std::string> aliases;  // other forms, as found or known; sorted, unique, without name
  std::string known_id;              // id in the lexicon, or empty
  std::string known_owner = {};      // id in the lexicon of what it is part of, named here or not; or empty
  int owner = -1;  // product / unit / subsidiary: the entity it is part of, by lexicon or chain; -1
};

// A fact an apposition states: 前 OpenAI 研究员赵晟佳, 梁文锋创办的 DeepSeek, 谷歌旗下 YouTube.
struct Apposition {
  enum class Kind : uint8_t { kPosition, kFounder, kMentor, kPartOf };
  Kind kind;
  int from;           // entity
  int to;             // entity
  std::string title;  // kPosition only, as written
  bool former = false;
  Span evidence;
  Span words = {};       // kPosition only: the title
  bool implied = false;  // no words name the organisation: it is the one spoken of
};

struct MentionSet {
  std::vector<Mention> mentions;  // by span.begin, then longer first; names never overlap names
  std::vector<DocumentEntity> entities;
  std::vector<Apposition> appositions;
  OrganizationFocus focus;  // which organisation is meant where none is said
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_MENTION_H_
