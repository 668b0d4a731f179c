#include "extractor/mentions/possessions.h"

#include <algorithm>
#include <string_view>

#include "extractor/mentions/namings.h"

namespace annals {
namespace {

using PredicateWord = NameLexicon::PredicateWord;

constexpr int kLongestKind = 5;    // tokens that say what a product is: 会议|软件
constexpr int kLongestMaking = 6;  // tokens from the maker to the verb: 去年5月|推出的

class PossessionReader {
 public:
  PossessionReader(const Reading& reading, const std::vector<Mention>& mentions,
                   const std::vector<DocumentEntity>& entities)
      : reading_(reading),
        tokens_(reading.tokens),
        mentions_(mentions),
        entities_(entities),
        ending_(reading.size() + 1, -1),
        starting_(reading.size() + 1, -1) {
    for (size_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].entity < 0) continue;
      ending_[mentions[i].span.end] = static_cast<int>(i);
      if (starting_[mentions[i].span.begin] < 0) starting_[mentions[i].span.begin] = static_cast<int>(i);
    }
  }

  std::vector<Apposition> Read() {
    for (const Mention& mention : mentions_) {
      if (mention.kind != Mention::Kind::kName || mention.entity < 0) continue;
      if (entities_[mention.entity].type != EntityType::kProduct) continue;
      int maker = OwnerBefore(mention);
      if (maker < 0) maker = MakerBehindCopula(mention);
      if (maker >= 0) Add(mention, mentions_[maker]);
    }
    return std::move(found_);
  }

 private:
  int Count() const { return static_cast<int>(tokens_.size()); }
  std::u32string_view View(int token) const { return reading_.View(tokens_[token].span); }
  bool Is(int token, std::u32string_view word) const {
    return token >= 0 && token < Count() && View(token) == word;
  }

  int TokenAt(int position) const {
    const auto at = std::partition_point(tokens_.begin(), tokens_.end(), [position](const Token& token) {
      return token.span.begin < position;
    });
    return static_cast<int>(at - tokens_.begin());
  }

  // The mention, where it is of an organisation that a reader would take for the owner; else -1.
  int Organization(int found) const {
    if (found < 0) return -1;
    const Mention& mention = mentions_[found];
    const bool organization = entities_[mention.entity].type == EntityType::kOrganization;
    return organization && !NamesSource(reading_, mention) ? found : -1;
  }

  // 云岚科技|的会议软件|“山海”
  int OwnerBefore(const Mention& product) const {
    int i = TokenAt(product.span.begin) - 1;
    const bool quoted = Is(i, U"“") || Is(i, U"《");
    if (quoted) --i;
    bool kind = false;
    for (int steps = 0; i >= 0 && steps <= kLongestKind; ++steps, --i) {
      const int end = tokens_[i].span.end;
      if (Is(i, U"的"))
        return i > 0 && (quoted || kind) ? Organization(ending_[tokens_[i - 1].span.end]) : -1;
      const int owner = Organization(ending_[end]);
      if (owner >= 0) return kind && mentions_[owner].kind == Mention::Kind::kName ? owner : -1;
      if (!SaysKind(i)) return -1;
      kind = kind || tokens_[i].suffix_types.Has(EntityType::kProduct);
    }
    return -1;
  }

  // 会议, 软件, 首款, 新一代; not 竞品.
  bool SaysKind(int i) const {
    const Token& token = tokens_[i];
    if (token.kind != Token::Kind::kWord || token.wall != nullptr || token.connector != nullptr) return false;
    if (View(i).find_first_of(U"竞敌仿") != std::u32string_view::npos) return false;
    if (Is(i, U"对手") || Is(i, U"同类")) return false;
    const char tag = token.tag();
    return token.suffix != nullptr || tag == 'n' || tag == 'b' || tag == 'j' || tag == 'a' || tag == 'm' ||
           tag == 'q' || (tag == 'v' && token.subtag() == 'n');
  }

  // “山海”是|云岚科技|去年推出的会议软件, “山海”由|云岚科技|开发
  int MakerBehindCopula(const Mention& product) const {
    int i = TokenAt(product.span.end);
    if (Is(i, U"”") || Is(i, U"》")) ++i;
    if (i + 1 >= Count()) return -1;
    const bool by = Is(i, U"由");
    if (!by && (reading_.lexicon.Predicate(View(i)) != PredicateWord::kHolds || Is(i, U"任"))) return -1;
    const int maker = Organization(starting_[tokens_[i + 1].span.begin]);
    if (maker < 0) return -1;
    int next = TokenAt(mentions_[maker].span.end);
    if (!by && Is(next, U"的")) return IsKindOfThing(next + 1) ? maker : -1;
    for (int steps = 0; next < Count() && steps < kLongestMaking; ++steps, ++next) {
      if (Makes(next)) return maker;
      const char tag = tokens_[next].tag();
      if (tokens_[next].kind != Token::Kind::kTime && tag != 'p' && tag != 'd' && tag != 't') return -1;
    }
    return -1;
  }

  // 推出的, 开发
  bool Makes(int i) const {
    constexpr std::u32string_view kMaking[] = {U"开发", U"研发", U"打造", U"出品", U"制作", U"设计", U"运营"};
    const Phrase* connector = tokens_[i].connector;
    if (connector != nullptr &&
        (connector->role == Phrase::Role::kMade || connector->role == Phrase::Role::kOwned))
      return true;
    return std::find(std::begin(kMaking), std::end(kMaking), View(i)) != std::end(kMaking);
  }

  // 大模型|品牌: nouns to the end of the clause, the last of them the kind of a product.
  bool IsKindOfThing(int i) const {
    bool kind = false;
    for (int steps = 0; i < Count() && steps < kLongestKind && SaysKind(i); ++steps, ++i) {
      kind = tokens_[i].suffix_types.Has(EntityType::kProduct) || Is(i, U"产品") || Is(i, U"品牌");
    }
    return kind && (i >= Count() || Is(i, U",") || Is(i, U"。") || Is(i, U";"));
  }

  void Add(const Mention& product, const Mention& owner) {
    if (entities_[product.entity].owner >= 0 || product.entity == owner.entity) return;
    found_.push_back(
        {Apposition::Kind::kPartOf,
         product.entity,
         owner.entity,
         "",
         false,
         {std::min(product.span.begin, owner.span.begin), std::max(product.span.end, owner.span.end)}});
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  const std::vector<Mention>& mentions_;
  const std::vector<DocumentEntity>& entities_;
  std::vector<int> ending_, starting_;  // by where it ends, begins: the mention of an entity, or -1
  std::vector<Apposition> found_;
};

}  // namespace

std::vector<Apposition> FindPossessions(const Reading& reading, const std::vector<Mention>& mentions,
                                        const std::vector<DocumentEntity>& entities) {
  return PossessionReader(reading, mentions, entities).Read();
}

}  // namespace annals
