#include "extractor/discourse/relations.h"

#include <algorithm>
#include <set>
#include <tuple>

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

bool EndsPost(const EventDraft& draft, int person, int organization) {
  const bool ends = draft.type == v1::EVENT_TYPE_DEPART || draft.type == v1::EVENT_TYPE_DISMISS ||
                    draft.type == v1::EVENT_TYPE_STEP_DOWN;
  return ends && !draft.dropped && draft.status == v1::EVENT_STATUS_OCCURRED &&
         draft.certainty != v1::CERTAINTY_RUMORED && draft.Has(v1::ROLE_PERSON, person) &&
         draft.Has(v1::ROLE_ORGANIZATION, organization);
}

class RelationReader {
 public:
  RelationReader(const Document& document, const std::vector<EventDraft>& drafts)
      : document_(document), drafts_(drafts) {}

  std::vector<RelationDraft> Read() {
    for (const Apposition& apposition : document_.mentions.appositions) {
      if (apposition.from < 0 || apposition.to < 0) continue;
      Add({TypeOf(apposition.kind), apposition.from, apposition.to, apposition.title, apposition.former,
           apposition.evidence});
    }
    for (const EventDraft& draft : drafts_) {
      if (!draft.dropped && draft.type == v1::EVENT_TYPE_FOUND) AddFounders(draft);
    }
    AddParts();
    for (RelationDraft& relation : relations_) MarkFormer(relation);
    return std::move(relations_);
  }

 private:
  void Add(RelationDraft relation) {
    if (relation.from == relation.to) return;
    if (known_.insert({relation.type, relation.from, relation.to}).second)
      relations_.push_back(std::move(relation));
  }

  void AddFounders(const EventDraft& draft) {
    const ArgumentDraft* organization = draft.Find(v1::ROLE_ORGANIZATION);
    if (organization == nullptr || draft.status != v1::EVENT_STATUS_OCCURRED) return;
    for (const ArgumentDraft& founder : draft.arguments) {
      if (founder.role != v1::ROLE_FOUNDER) continue;
      if (document_.mentions.entities[founder.entity].type != EntityType::kPerson) continue;
      Add({v1::RELATION_TYPE_FOUNDER_OF, founder.entity, organization->entity, "", false, draft.evidence[0]});
    }
  }

  void AddParts() {
    std::vector<Span> first(document_.mentions.entities.size());
    for (const Mention& mention : document_.mentions.mentions) {
      if (mention.entity >= 0 && first[mention.entity].empty()) first[mention.entity] = mention.span;
    }
    for (size_t i = 0; i < document_.mentions.entities.size(); ++i) {
      const int owner = document_.mentions.entities[i].owner;
      if (owner < 0 || first[i].empty() || first[owner].empty()) continue;
      Add({v1::RELATION_TYPE_PART_OF, static_cast<int>(i), owner, "", false, first[i]});
    }
  }

  void MarkFormer(RelationDraft& relation) const {
    if (relation.type != v1::RELATION_TYPE_POSITION) return;
    relation.former =
        relation.former || std::any_of(drafts_.begin(), drafts_.end(), [&](const EventDraft& draft) {
          return EndsPost(draft, relation.from, relation.to);
        });
  }

  const Document& document_;
  const std::vector<EventDraft>& drafts_;
  std::vector<RelationDraft> relations_;
  std::set<std::tuple<v1::RelationType, int, int>> known_;
};

}  // namespace

std::vector<RelationDraft> ReadRelations(const Document& document, const std::vector<EventDraft>& drafts) {
  return RelationReader(document, drafts).Read();
}

}  // namespace annals
