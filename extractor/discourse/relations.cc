#include "extractor/discourse/relations.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "common/utf8.h"
#include "extractor/discourse/event_relations.h"
#include "extractor/discourse/implied_parts.h"

namespace annals {
namespace {

v1::RelationType TypeOf(Apposition::Kind kind) {
  switch (kind) {
    case Apposition::Kind::kPosition:
      return v1::RELATION_TYPE_POSITION;
    case Apposition::Kind::kFounder:
      return v1::RELATION_TYPE_FOUNDER_OF;
    case Apposition::Kind::kMentor:
      return v1::RELATION_TYPE_MENTOR_OF;
    case Apposition::Kind::kPartOf:
      return v1::RELATION_TYPE_PART_OF;
  }
  return v1::RELATION_TYPE_UNSPECIFIED;
}

class RelationReader {
 public:
  RelationReader(const Document& document, const std::vector<EventDraft>& drafts)
      : document_(document), drafts_(drafts) {
    for (const EventDraft& draft : drafts) {
      if (LeavesPost(draft.type) && !draft.dropped) left_in_[draft.clause].push_back(&draft);
      if (draft.type == v1::EVENT_TYPE_JOIN && !draft.dropped) joined_in_[draft.clause].push_back(&draft);
    }
  }

  std::vector<RelationDraft> Read() {
    for (const Apposition& apposition : document_.mentions.appositions) {
      if (apposition.from < 0 || apposition.to < 0) continue;
      const int employer = Employer(apposition);
      if (employer == apposition.to && (IsJoinedNow(apposition) || IsCalledSo(apposition))) continue;
      Add({TypeOf(apposition.kind), apposition.from, employer, apposition.title, apposition.former,
           apposition.evidence});
    }
    for (const EventDraft& draft : drafts_) {
      for (RelationDraft& relation : RelationsOf(draft, document_)) Add(std::move(relation));
    }
    AddVersions();
    AddImpliedParts();
    DropPostsEndedElsewhere();
    return std::move(relations_);
  }

 private:
  // 美术总监X被云岚科技挖走: the post was not at the organisation that X joins in the same clause.
  bool IsJoinedNow(const Apposition& post) const {
    const auto joined = joined_in_.find(document_.structure.ClauseAt(post.evidence.begin));
    if (!post.implied || joined == joined_in_.end()) return false;
    return std::any_of(joined->second.begin(), joined->second.end(), [&post](const EventDraft* draft) {
      return draft->Has(v1::ROLE_PERSON, post.from) && draft->Has(v1::ROLE_ORGANIZATION, post.to);
    });
  }

  // 林知远教授的学生加入云岚科技: what somebody is called is no post where nobody is called so.
  bool IsCalledSo(const Apposition& post) const {
    if (!post.implied || post.kind != Apposition::Kind::kPosition) return false;
    const std::u32string title = DecodeUtf8(post.title).value_or(U"");
    const std::u32string place = DecodeUtf8(document_.mentions.entities[post.to].name).value_or(U"");
    return document_.classes->LongestOpening(WordClass::kDegree, title) == title.size() &&
           !document_.classes->AnyIn(WordClass::kSchool, place) && place.find(U'院') == place.npos &&
           place.find(U'所') == place.npos;
  }

  // 云岚科技解雇了副总裁X: an event of the same clause that names who was left is surer than what the text
  // speaks of.
  int Employer(const Apposition& post) const {
    constexpr double kNamed = 0.9;
    if (!post.implied) return post.to;
    if (const int place = PlaceLeft(post); place >= 0) return place;
    const auto left = left_in_.find(document_.structure.ClauseAt(post.evidence.begin));
    if (left == left_in_.end()) return post.to;
    for (const EventDraft* draft : left->second) {
      const ArgumentDraft* place = draft->Find(v1::ROLE_ORGANIZATION);
      if (place != nullptr && place->score >= kNamed && draft->Has(v1::ROLE_PERSON, post.from))
        return place->entity;
    }
    return post.to;
  }

  // 从听雨科技挖来|产品总监X: the post behind the verb was held at the place before it. -1: none is named so.
  int PlaceLeft(const Apposition& post) const {
    const auto joined = joined_in_.find(document_.structure.ClauseAt(post.evidence.begin));
    const bool taken = post.evidence.begin > 0 && document_.text.chars[post.evidence.begin - 1] == U'的';
    if (joined == joined_in_.end() || taken) return -1;
    for (const EventDraft* draft : joined->second) {
      const ArgumentDraft* place = draft->Find(v1::ROLE_FROM_ORGANIZATION);
      const bool between = place != nullptr && place->span.end <= draft->trigger.end &&
                           place->span.begin < post.evidence.begin &&
                           draft->trigger.begin < post.evidence.begin;
      if (between && draft->Has(v1::ROLE_PERSON, post.from)) return place->entity;
    }
    return -1;
  }

  void Add(RelationDraft relation) {
    if (relation.from == relation.to || IsNewlyBought(relation) || IsPlainPart(relation) ||
        IsDegree(relation))
      return;
    MarkFormer(relation);
    if (known_.insert({relation.type, relation.from, relation.to, relation.former}).second)
      relations_.push_back(std::move(relation));
  }

  // 江海大学博士: what somebody has learned there, and no post.
  bool IsDegree(const RelationDraft& relation) const {
    return relation.type == v1::RELATION_TYPE_POSITION &&
           document_.classes->AnyCloses(WordClass::kGraduate, DecodeUtf8(relation.title).value_or(U""));
  }

  // 银湖公关部称: a department that nothing happens to.
  bool IsPlainPart(const RelationDraft& relation) const {
    const DocumentEntity& part = document_.mentions.entities[relation.from];
    if (relation.type != v1::RELATION_TYPE_PART_OF || part.type != EntityType::kUnit) return false;
    if (!document_.classes->AnyCloses(WordClass::kPlainUnit, DecodeUtf8(part.name).value_or(U"")))
      return false;
    return std::none_of(drafts_.begin(), drafts_.end(), [&relation](const EventDraft& draft) {
      return !draft.dropped &&
             std::any_of(draft.arguments.begin(), draft.arguments.end(), [&](const ArgumentDraft& a) {
               return a.entity == relation.from && a.role != v1::ROLE_SPEAKER && a.role != v1::ROLE_SUBJECT;
             });
    });
  }

  // What the text tells the purchase of was not the buyer's before.
  bool IsNewlyBought(const RelationDraft& relation) const {
    return relation.type == v1::RELATION_TYPE_PART_OF &&
           std::any_of(drafts_.begin(), drafts_.end(), [&relation](const EventDraft& draft) {
             return draft.type == v1::EVENT_TYPE_ACQUIRE && !draft.dropped &&
                    draft.Has(v1::ROLE_TARGET, relation.from) && draft.Has(v1::ROLE_ACQUIRER, relation.to);
           });
  }

  // 玄鹿, 玄鹿1 and 玄鹿2 are of one maker: what is told of one of them holds for those of whom nothing is
  // told.
  void AddVersions() {
    std::map<std::u32string, int> maker_of;  // by what stands before the number
    std::vector<char> owned(document_.mentions.entities.size(), 0);
    for (const RelationDraft& relation : relations_) {
      if (relation.type != v1::RELATION_TYPE_PART_OF) continue;
      owned[relation.from] = 1;
      maker_of.emplace(SeriesOf(relation.from), relation.to);
    }
    for (const Mention& mention : document_.mentions.mentions) {
      if (mention.entity < 0 || mention.kind != Mention::Kind::kName || owned[mention.entity]) continue;
      if (document_.mentions.entities[mention.entity].type != EntityType::kProduct) continue;
      const auto maker = maker_of.find(SeriesOf(mention.entity));
      owned[mention.entity] = 1;
      if (maker == maker_of.end() || maker->first.empty()) continue;
      Add({v1::RELATION_TYPE_PART_OF, mention.entity, maker->second, "", false, mention.span});
    }
  }

  // The name of a product without the number of a version; empty for what is none.
  std::u32string SeriesOf(int entity) const {
    constexpr size_t kShortest = 2;
    const DocumentEntity& product = document_.mentions.entities[entity];
    if (product.type != EntityType::kProduct) return U"";
    std::u32string name = DecodeUtf8(product.name).value_or(U"");
    name.erase(std::find_if(name.begin(), name.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; }),
               name.end());
    while (!name.empty() && (name.back() == U' ' || name.back() == U'-')) name.pop_back();
    return name.size() < kShortest ? U"" : name;
  }

  // Of whose parts nobody says anything.
  void AddImpliedParts() {
    std::vector<char> owned(document_.mentions.entities.size(), 0);
    for (const RelationDraft& relation : relations_) {
      if (relation.type == v1::RELATION_TYPE_PART_OF) owned[relation.from] = 1;
    }
    for (RelationDraft& relation : ImpliedParts(document_, std::move(owned))) Add(std::move(relation));
  }

  // 独董 is 独立董事; 董事长 is not 副董事长.
  static bool Abbreviates(const std::string& short_title, const std::string& title) {
    const std::u32string letters = DecodeUtf8(short_title).value_or(U""),
                         whole = DecodeUtf8(title).value_or(U"");
    size_t next = 0;
    for (const char32_t letter : whole) next += next < letters.size() && letters[next] == letter;
    const bool deputy = (letters.find(U'副') == letters.npos) != (whole.find(U'副') == whole.npos);
    return !letters.empty() && next == letters.size() && !deputy;
  }

  // A post that one place names and another tells the end of is one fact, and over.
  void DropPostsEndedElsewhere() {
    std::map<std::pair<int, int>, std::vector<std::string>> ended;
    for (const RelationDraft& relation : relations_) {
      if (relation.former) ended[{relation.from, relation.to}].push_back(relation.title);
    }
    std::erase_if(relations_, [&ended](const RelationDraft& relation) {
      if (relation.former) return false;
      const auto titles = ended.find({relation.from, relation.to});
      return titles != ended.end() &&
             std::any_of(titles->second.begin(), titles->second.end(), [&](const std::string& title) {
               return title == relation.title ||
                      (!relation.title.empty() && Abbreviates(title, relation.title)) ||
                      (!title.empty() && Abbreviates(relation.title, title));
             });
    });
  }

  void MarkFormer(RelationDraft& relation) const {
    if (relation.type != v1::RELATION_TYPE_POSITION) return;
    relation.former =
        relation.former || std::any_of(drafts_.begin(), drafts_.end(), [&](const EventDraft& draft) {
          return EndsPost(draft, relation, document_);
        });
  }

  const Document& document_;
  const std::vector<EventDraft>& drafts_;
  absl::flat_hash_map<int, std::vector<const EventDraft*>> left_in_;    // by clause: who leaves
  absl::flat_hash_map<int, std::vector<const EventDraft*>> joined_in_;  // by clause: who joins
  std::vector<RelationDraft> relations_;
  std::set<std::tuple<v1::RelationType, int, int, bool>> known_;
};

}  // namespace

std::vector<RelationDraft> ReadRelations(const Document& document, const std::vector<EventDraft>& drafts) {
  return RelationReader(document, drafts).Read();
}

}  // namespace annals
