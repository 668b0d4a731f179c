#include "extractor/mentions/entity_links.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "common/utf8.h"
#include "extractor/mentions/bracketed_names.h"
#include "extractor/mentions/characters.h"
#include "extractor/mentions/document_forms.h"
#include "extractor/mentions/dotted_names.h"
#include "extractor/mentions/name_keys.h"
#include "extractor/mentions/type_votes.h"

namespace annals {
namespace {

constexpr std::array<EntityType, 4> kTypes = {EntityType::kPerson, EntityType::kOrganization,
                                              EntityType::kUnit, EntityType::kProduct};

// A name written by sound is a person's more often than a company's.
constexpr TypeSet kTransliterated = TypeSet(EntityType::kPerson) | EntityType::kOrganization;

// All mentions with one key.
struct Node {
  TypeSet types;  // what all of them may be, if that is anything; else what the first may be
  TypeWeights votes{};
  std::vector<std::u32string_view> forms;  // parts of the text, sorted, each once; never empty
  std::u32string_view owned_form;          // of a unit, with its owner before it; or empty
  std::u32string completed;                // 感知部门, of 感知、规控两个部门; or empty
  int known = -1;
  std::vector<int> homonyms;  // what else the lexicon knows by this name
  int parent;                 // union-find
  int first_mention;
  int owner_mention = -1;
  bool employs = false;  // stands before a title, as its organisation
};

void AddForm(std::u32string_view form, Node& node) {
  const auto place = std::lower_bound(node.forms.begin(), node.forms.end(), form);
  if (place == node.forms.end() || *place != form) node.forms.insert(place, form);
}

class Linker {
 public:
  Linker(const Reading& reading, const Anchors& anchors, ChainReading* chains)
      : reading_(reading),
        anchors_(anchors),
        chains_(*chains),
        mentions_(chains->mentions),
        node_of_(chains->mentions.size(), -1),
        parts_(PartsOfUnknownNames(reading)) {}

  std::vector<DocumentEntity> Link() {
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].kind == Mention::Kind::kName) Enter(static_cast<int>(i));
    }
    Vote();
    ReadMakers();
    MergeBrackets();
    MergeShortForms();
    MakeEntities();
    SetOwners();
    return std::move(entities_);
  }

 private:
  int Known(int mention) const {
    const int name = chains_.name_of[mention];
    if (name < 0) return -1;
    const NameClaim& claim = reading_.names[name];
    if (claim.known >= 0) return parts_.count(reading_.View(claim.span)) > 0 ? -1 : claim.known;
    // A dotted name is found by its form; the lexicon may know it all the same. What users taught counts
    // however it was found.
    const std::u32string_view words = reading_.View(claim.span);
    const bool taught = reading_.known.IsTaught(words);
    if (!taught && claim.source != NameClaim::Source::kDotted) return -1;
    const std::vector<int>& named = reading_.known.Named(words);
    return taught || named.size() == 1 ? named.front() : -1;
  }

  // What else a known name may mean: a company and its product. Few names stand often, so the lexicon is
  // asked once for each.
  const std::vector<int>& Named(Span span) {
    const std::u32string_view name = reading_.View(span);
    const auto [found, fresh] = named_.try_emplace(name, nullptr);
    if (fresh) found->second = &reading_.known.Named(name);
    return *found->second;
  }

  void Enter(int i) {
    const Mention& mention = mentions_[i];
    std::u32string key =
        KeyOf(mention.types.Only(EntityType::kProduct) ? WithoutSeries(reading_.View(mention.span))
                                                       : reading_.View(mention.span));
    std::u32string completed;
    if (!mention.head_noun.empty()) {
      completed = std::u32string(reading_.View(mention.span)).append(reading_.View(mention.head_noun));
      key = KeyOf(completed);
    }
    if (mention.types.Only(EntityType::kUnit) && mention.organization >= 0) {
      key += U"@" + KeyOf(reading_.View(mentions_[mention.organization].span));
    }
    const int known = Known(i);
    const bool homonym = known >= 0 && Named(mention.span).size() > 1;
    if (known >= 0 && !homonym) key = U"#" + std::u32string(1, static_cast<char32_t>(known + 1));
    auto [found, fresh] = node_by_key_.emplace(key, static_cast<int>(nodes_.size()));
    if (fresh) {
      Node node;
      node.types = mention.types;
      node.known = known;
      node.parent = found->second;
      node.first_mention = i;
      if (homonym) {
        node.homonyms = Named(mention.span);
        node.types = TypeSet();
        for (int entity : node.homonyms) node.types = node.types | reading_.known.entity(entity).type;
      }
      nodes_.push_back(std::move(node));
    }
    Node& node = nodes_[found->second];
    const TypeSet common = node.types & mention.types;
    if (!common.empty()) node.types = common;
    AddForm(reading_.View(mention.span), node);
    if (!completed.empty()) node.completed = std::move(completed);
    if (mention.types.Only(EntityType::kUnit)) AddQuotedForm(mention.span, node);
    if (mention.types.Only(EntityType::kProduct)) AddForm(WithoutSeries(reading_.View(mention.span)), node);
    if (mention.types.Only(EntityType::kUnit) && mention.organization >= 0) AddOwnedForm(mention, node);
    if (node.owner_mention < 0) node.owner_mention = mention.organization;
    node_of_[i] = found->second;
  }

  // “九曲”工作室 is called 九曲.
  void AddQuotedForm(Span unit, Node& node) const {
    const std::u32string_view name = reading_.View(unit);
    const size_t close = name.find(U'”');
    if (!name.empty() && name.front() == U'“' && close != name.npos && close > 2)
      AddForm(name.substr(1, close - 1), node);
  }

  // 松果|数据中心 is called so too.
  void AddOwnedForm(const Mention& unit, Node& node) const {
    const Span owner = mentions_[unit.organization].span;
    if (owner.end == unit.span.begin) node.owned_form = reading_.View({owner.begin, unit.span.end});
  }

  void AddVote(int mention, EntityType type, float weight) {
    if (mention < 0 || node_of_[mention] < 0) return;
    nodes_[node_of_[mention]].votes[static_cast<int>(type)] += weight;
  }

  void MarkEmployer(int mention) {
    if (mention >= 0 && node_of_[mention] >= 0) nodes_[node_of_[mention]].employs = true;
  }

  void Vote() {
    const TypeVotes votes(reading_, anchors_);
    for (size_t i = 0; i < mentions_.size(); ++i) {
      AddVote(mentions_[i].organization, EntityType::kOrganization, 3);
      if (!mentions_[i].title.empty()) MarkEmployer(mentions_[i].organization);
      if (node_of_[i] < 0) continue;
      const TypeWeights weights = votes.Of(mentions_[i]);
      for (size_t t = 0; t < kTypes.size(); ++t) nodes_[node_of_[i]].votes[t] += weights[t];
    }
  }

  // 小米SU7, 荣耀的YOYO: an open name that hangs on an organisation is its product.
  void ReadMakers() {
    for (size_t i = 1; i < mentions_.size(); ++i) {
      const Mention& maker = mentions_[i - 1];
      const Mention& made = mentions_[i];
      if (!IsMadeBy(maker, made)) continue;
      const char32_t mark = reading_.chars()[made.span.begin - 1];
      const bool quoted = mark == U'《' || mark == U'“';
      const bool possessive = made.span.begin > maker.span.end && reading_.chars()[maker.span.end] == U'的';
      // 双足机器人“山海”: what the name in quotes is, and nobody who makes it.
      if (quoted && !possessive && (node_of_[i - 1] < 0 || nodes_[node_of_[i - 1]].known < 0)) continue;
      AddVote(static_cast<int>(i), EntityType::kProduct, possessive ? 1.0f : 2.0f);
      Node& node = nodes_[node_of_[i]];
      if (node.owner_mention < 0) node.owner_mention = static_cast<int>(i) - 1;
      if (possessive || quoted || node.known >= 0) continue;
      AddForm(reading_.View({maker.span.begin, made.span.end}), node);
      AddForm(WithoutSeries(reading_.View({maker.span.begin, made.span.end})), node);
    }
  }

  bool IsMadeBy(const Mention& maker, const Mention& made) const {
    if (maker.kind != Mention::Kind::kName || made.kind != Mention::Kind::kName) return false;
    if (!maker.types.Has(EntityType::kOrganization) || maker.types.Has(EntityType::kPerson)) return false;
    if (!made.types.Has(EntityType::kProduct) || made.types.Only(EntityType::kOrganization)) return false;
    const Span between{maker.span.end, made.span.begin};
    if (between.size() > 2 || between.size() < 0) return false;
    std::u32string_view text = reading_.View(between);
    if (!text.empty() && (text.back() == U'《' || text.back() == U'“')) text.remove_suffix(1);
    return text.empty() || text == U" " || text == U"的";
  }

  int Root(int node) {
    while (nodes_[node].parent != node) node = nodes_[node].parent = nodes_[nodes_[node].parent].parent;
    return node;
  }

  void Merge(int a, int b) {
    a = Root(a);
    b = Root(b);
    if (a == b || (nodes_[a].known >= 0 && nodes_[b].known >= 0)) return;
    if (nodes_[b].first_mention < nodes_[a].first_mention) std::swap(a, b);
    Node& into = nodes_[a];
    const Node& from = nodes_[b];
    nodes_[b].parent = a;
    if (into.known < 0) into.known = from.known;
    const TypeSet common = into.types & from.types;
    if (!common.empty()) into.types = common;
    for (size_t t = 0; t < kTypes.size(); ++t) into.votes[t] += from.votes[t];
    for (const std::u32string_view form : from.forms) AddForm(form, into);
    if (into.owner_mention < 0) into.owner_mention = from.owner_mention;
    if (into.owned_form.empty()) into.owned_form = from.owned_form;
    if (into.completed.empty()) into.completed = from.completed;
    into.employs |= from.employs;
  }

  // 智谱(Zhipu AI), 华勤技术股份(下称“华勤”).
  void MergeBrackets() {
    int last = -1;
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (node_of_[i] < 0) continue;
      if (last >= 0 && IsBracketed(reading_, mentions_[last].span, mentions_[i].span) &&
          !(mentions_[last].types & mentions_[i].types).empty()) {
        Merge(node_of_[last], node_of_[i]);
      }
      last = static_cast<int>(i);
    }
  }

  void MergeShortForms() {
    ShortNames full;
    for (size_t n = 0; n < nodes_.size(); ++n) {
      const TypeSet types = nodes_[n].types;
      if (types.Has(EntityType::kPerson) && !types.Only(EntityType::kPerson) &&
          TypeOf(nodes_[n]) != EntityType::kPerson) {
        continue;
      }
      const std::vector<std::u32string_view> forms = nodes_[n].forms;  // merging adds to them
      for (const std::u32string_view form : forms) {
        for (const ShortForm& short_form : ShortFormsOf(form, types, reading_.lexicon)) {
          AddOwner(Root(static_cast<int>(n)), full[KeyOf(short_form.text)]);
          if (short_form.legal) MergeLegalForm(static_cast<int>(n), short_form.text);
        }
        AddLatinForms(form, types, static_cast<int>(n), &full);
      }
    }
    for (size_t n = 0; n < nodes_.size(); ++n) {
      if (nodes_[n].known >= 0) continue;
      auto found = full.find(KeyOf(nodes_[n].forms.front()));
      if (found == full.end()) continue;
      const int whose = Nearest(found->second, static_cast<int>(n));
      if (whose >= 0 && !(nodes_[whose].types & nodes_[n].types).empty()) Merge(whose, static_cast<int>(n));
    }
  }

  using ShortNames = absl::flat_hash_map<std::u32string, std::vector<int>>;  // by key: whose they are

  static void AddOwner(int node, std::vector<int>& owners) {
    if (std::find(owners.begin(), owners.end(), node) == owners.end()) owners.push_back(node);
  }

  // 京东集团 is 京东, if the lexicon knows 京东.
  void MergeLegalForm(int node, std::u32string_view stem) {
    const std::vector<int>& known = reading_.known.Named(stem);
    if (known.size() != 1 || nodes_[node].known >= 0) return;
    auto found = node_by_key_.find(U"#" + std::u32string(1, static_cast<char32_t>(known.front() + 1)));
    if (found != node_by_key_.end()) {
      Merge(found->second, node);
    } else {
      nodes_[Root(node)].known = known.front();
    }
  }

  // Scale for Scale AI; K2 for Kimi K2.
  void AddLatinForms(std::u32string_view form, TypeSet types, int node, ShortNames* full) {
    const size_t space = form.find(U' ');
    if (space == form.npos || types.Has(EntityType::kPerson)) return;
    if (types.Only(EntityType::kOrganization) && space >= 4)
      AddOwner(Root(node), (*full)[KeyOf(form.substr(0, space))]);
    const std::u32string_view last = form.substr(form.rfind(U' ') + 1);
    const bool version =
        std::any_of(last.begin(), last.end(), IsDigit) && std::any_of(last.begin(), last.end(), IsLatin);
    if (types.Has(EntityType::kProduct) && version) AddOwner(Root(node), (*full)[KeyOf(last)]);
  }

  // The only owner of a short form, or among several the one mentioned last before it.
  int Nearest(const std::vector<int>& owners, int node) {
    int best = -1;
    for (int owner : owners) {
      const int root = Root(owner);
      if (root == Root(node)) continue;
      if (nodes_[root].first_mention > nodes_[node].first_mention && owners.size() > 1) continue;
      if (best < 0 || nodes_[root].first_mention > nodes_[best].first_mention) best = root;
    }
    return best;
  }

  static bool HasDigit(const Node& node) {
    const std::u32string_view form = node.forms.front();
    return std::any_of(form.begin(), form.end(), IsDigit);
  }

  // 原创影集部, 中国区: the ending of units and of no company, or a word of titles.
  bool IsCalledUnit(Span name) const {
    bool unit = false;
    auto hit = std::partition_point(reading_.phrases.begin(), reading_.phrases.end(),
                                    [&](const PhraseHit& phrase) { return phrase.span.begin < name.begin; });
    for (; hit != reading_.phrases.end() && hit->span.begin < name.end; ++hit) {
      const Phrase& phrase = *hit->phrase;
      if (hit->span == name && phrase.kind == Phrase::Kind::kModifier) return true;
      if (hit->span.end != name.end || phrase.kind != Phrase::Kind::kSuffix) continue;
      const bool strong = phrase.role == Phrase::Role::kStrong || phrase.role == Phrase::Role::kWhole;
      if (strong && phrase.types.Has(EntityType::kOrganization)) return false;
      unit |= strong && phrase.types.Has(EntityType::kUnit);
    }
    return unit;
  }

  EntityType TypeOf(const Node& node) const {
    if (node.known >= 0 && node.homonyms.empty()) return reading_.known.entity(node.known).type;
    if (node.known < 0 && node.employs && node.types.Only(EntityType::kOrganization) &&
        IsCalledUnit(mentions_[node.first_mention].span))
      return EntityType::kUnit;
    // Organisations are what such news is mostly about; a version number makes a product.
    std::array<float, 4> score = node.votes;
    score[static_cast<int>(EntityType::kOrganization)] += 0.5f;
    if (HasDigit(node)) score[static_cast<int>(EntityType::kProduct)] += 0.7f;
    if (node.types.Has(EntityType::kPerson)) score[static_cast<int>(EntityType::kPerson)] += 0.4f;
    if (node.types == kTransliterated) score[static_cast<int>(EntityType::kPerson)] += 0.3f;
    EntityType best = EntityType::kOrganization;
    float best_score = -1;
    for (EntityType type : kTypes) {
      if (!node.types.Has(type) || score[static_cast<int>(type)] <= best_score) continue;
      best = type;
      best_score = score[static_cast<int>(type)];
    }
    return best;
  }

  void MakeEntities() {
    std::vector<int> entity_of(nodes_.size(), -1);
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (node_of_[i] < 0) continue;
      const int root = Root(node_of_[i]);
      if (entity_of[root] < 0) {
        entity_of[root] = static_cast<int>(entities_.size());
        entities_.push_back(Describe(nodes_[root]));
        node_of_entity_.push_back(root);
      }
      mentions_[i].entity = entity_of[root];
    }
  }

  // Among homonyms the first of the type that the document votes for.
  int KnownOf(const Node& node) const {
    const EntityType type = TypeOf(node);
    for (int entity : node.homonyms) {
      if (reading_.known.entity(entity).type == type) return entity;
    }
    return node.known;
  }

  DocumentEntity Describe(const Node& node) const {
    DocumentEntity entity{TypeOf(node)};
    const int known_entity = KnownOf(node);
    std::vector<std::string>& aliases = entity.aliases;
    if (known_entity >= 0) {
      const KnownEntity& known = reading_.known.entity(known_entity);
      entity.known_id = known.id;
      entity.name = known.name;
      aliases = known.aliases;
    } else {
      entity.name = EncodeUtf8(node.completed.empty() ? FullestForm(node) : node.completed);
      if (node.forms.size() == 1 && node.owned_form.empty() && node.completed.empty()) return entity;
    }
    if (!node.owned_form.empty()) aliases.push_back(EncodeUtf8(node.owned_form));
    for (const std::u32string_view form : node.forms) aliases.push_back(EncodeUtf8(form));
    std::sort(aliases.begin(), aliases.end());
    aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
    std::erase(aliases, entity.name);
    return entity;
  }

  // The longest Chinese form; without one the longest.
  static std::u32string_view FullestForm(const Node& node) {
    std::u32string_view best;
    bool best_han = false;
    for (const std::u32string_view form : node.forms) {
      const bool han = std::any_of(form.begin(), form.end(), IsHan);
      if (best_han > han || (best_han == han && best.size() >= form.size())) continue;
      best = form;
      best_han = han;
    }
    return best;
  }

  void SetOwners() {
    std::map<int, int> by_known;
    for (size_t e = 0; e < entities_.size(); ++e) {
      const int known = KnownOf(nodes_[node_of_entity_[e]]);
      if (known >= 0) by_known.emplace(known, static_cast<int>(e));
    }
    for (size_t e = 0; e < entities_.size(); ++e) {
      const Node& node = nodes_[node_of_entity_[e]];
      const int named = KnownOf(node) >= 0 ? KnownOf(node) : ModelOf(entities_[e], node);
      if (named >= 0) {
        const int known = reading_.known.OwnerOf(named);
        if (known >= 0) entities_[e].known_owner = reading_.known.entity(known).id;
        const auto owner = by_known.find(known);
        if (owner != by_known.end()) entities_[e].owner = owner->second;
      }
      if (entities_[e].owner < 0 && node.owner_mention >= 0 && entities_[e].type != EntityType::kPerson) {
        const int owner = mentions_[node.owner_mention].entity;
        if (owner != static_cast<int>(e)) entities_[e].owner = owner;
      }
    }
    SetNamesakesAsOwners();
  }

  int ModelOf(const DocumentEntity& entity, const Node& node) const {
    return entity.type == EntityType::kProduct ? KnownModelOf(node.forms, reading_.known) : -1;
  }

  // DeepSeek V3.1, 云岚研究院: what begins with the name of an organisation is its own, where nothing says
  // whose.
  void SetNamesakesAsOwners() {
    constexpr size_t kShortestName = 2;
    absl::flat_hash_map<std::u32string, int> organizations;  // by key
    for (size_t e = 0; e < entities_.size(); ++e) {
      if (entities_[e].type != EntityType::kOrganization) continue;
      for (const std::u32string_view form : nodes_[node_of_entity_[e]].forms) {
        if (form.size() >= kShortestName) organizations.emplace(KeyOf(form), static_cast<int>(e));
      }
    }
    for (size_t e = 0; e < entities_.size(); ++e) {
      DocumentEntity& part = entities_[e];
      if (part.owner >= 0 || (part.type != EntityType::kProduct && part.type != EntityType::kUnit)) continue;
      for (const std::u32string_view form : nodes_[node_of_entity_[e]].forms) {
        std::u32string key = KeyOf(form);
        while (part.owner < 0 && key.size() > kShortestName) {
          key.pop_back();
          const auto owner = organizations.find(key);
          if (owner == organizations.end()) continue;
          // A company of the text alone may share its name with a product.
          const bool unit = part.type == EntityType::kUnit && IsHan(key.back());
          const bool model = part.type == EntityType::kProduct && IsShort(owner->second, key) &&
                             !IsHan(form[std::min(key.size(), form.size() - 1)]);
          if (unit || model || !entities_[owner->second].known_id.empty()) part.owner = owner->second;
        }
      }
    }
  }

  // Whether this is what a company with a longer name is called for short: 星禾 of 星禾科技.
  bool IsShort(int organization, std::u32string_view key) const {
    const std::vector<std::u32string_view>& forms = nodes_[node_of_entity_[organization]].forms;
    return IsHan(key.back()) && std::any_of(forms.begin(), forms.end(), [key](std::u32string_view form) {
             return form.size() > key.size() && form.starts_with(key);
           });
  }

  const Reading& reading_;
  const Anchors& anchors_;
  ChainReading& chains_;
  std::vector<Mention>& mentions_;
  std::vector<int> node_of_;  // by mention
  absl::flat_hash_map<std::u32string, int> node_by_key_;
  absl::flat_hash_map<std::u32string_view, const std::vector<int>*> named_;
  const absl::flat_hash_set<std::u32string_view> parts_;  // 佩雷拉 of 若昂·佩雷拉
  std::vector<Node> nodes_;
  std::vector<DocumentEntity> entities_;
  std::vector<int> node_of_entity_;
};

}  // namespace

std::vector<DocumentEntity> LinkEntities(const Reading& reading, const Anchors& anchors,
                                         ChainReading* chains) {
  return Linker(reading, anchors, chains).Link();
}

}  // namespace annals
