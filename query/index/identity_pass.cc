#include "query/index/identity_pass.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "query/index/index_keys.h"
#include "query/index/short_rows.h"
#include "query/index/told_mentions.h"

namespace annals::query {
namespace {

bool Mentions(const std::optional<rows::Article>& article, EntityNumber id) {
  if (!article) return false;
  return std::any_of(article->mentions().begin(), article->mentions().end(),
                     [&](const rows::Mention& mention) { return IdOf(mention) == id; });
}

}  // namespace

void IdentityPass::Run(uint64_t own, ArticleChanges& changes) {
  if (const auto change = changes.find(own); change != changes.end()) CountIds(change->second);
  EntityLedger::Changes names = ledger_.TakeChanges();
  resolver_.ResolveShortForms(names.renamed);
  names.moved.merge(ledger_.TakeChanges().moved);
  for (EntityNumber entity : names.moved) OpenArticlesOf(entity, changes);
  std::set<EntityNumber> people;
  for (EntityNumber entity : names.retaught) {
    if (EntityResolver::MayHaveNamesakes(ledger_.At(entity))) people.insert(entity);
  }
  for (const auto& [article, change] : changes) PlacePeople(change, people);
  for (EntityNumber person : people) {
    for (uint64_t article : resolver_.PartPeople(person)) Open(article, changes);
  }
  for (auto at = changes.begin(); at != changes.end();) {
    ArticleChange& change = at->second;
    const bool moved = AssignPeople(at->first == own, change);
    change.renamed = !change.after || NameEntities(ledger_, change) || at->first == own;
    at = moved || change.renamed ? std::next(at) : changes.erase(at);
  }
}

// People of whom there may be several are counted when it is known which of them is meant.
void IdentityPass::CountIds(const ArticleChange& own) {
  const auto plain = [&](const rows::Mention& mention) {
    return !EntityResolver::MayHaveNamesakes(ledger_.At(IdOf(mention)));
  };
  if (own.after) {
    rows::MentionPlace place;
    place.set_article(own.after->number());
    for (const rows::Mention& mention : own.after->mentions()) {
      if (!plain(mention)) continue;
      ledger_.CountNames(mention.entity(), mention, 1);
      if (!Mentions(own.before, IdOf(mention))) places_.Add(IdOf(mention), place);
    }
  }
  if (!own.before) return;
  for (const rows::Mention& mention : own.before->mentions()) {
    if (!plain(mention)) continue;
    ledger_.CountNames(mention.entity(), mention, -1);
    if (!Mentions(own.after, IdOf(mention))) places_.Remove(IdOf(mention), own.before->number());
  }
}

void IdentityPass::OpenArticlesOf(EntityNumber entity, ArticleChanges& changes) {
  const EntityNumber plain = ledger_.At(entity).namesake_of();
  std::vector<uint64_t> articles;
  for (const auto& [article, place] : places_.All(plain == kNoEntity ? entity : plain)) {
    if (plain == kNoEntity || place.namesake() == entity) articles.push_back(article);
  }
  for (uint64_t article : articles) Open(article, changes);
}

void IdentityPass::Open(uint64_t article, ArticleChanges& changes) {
  const auto [at, added] = changes.try_emplace(article);
  if (!added) return;
  ArticleChange& change = at->second;
  rows::Article row;
  batch_.GetRow(ArticleKey(article), row);
  Lengthen(article, row);
  change.old_reports = events_.Load(row);
  RestoreToldMentions(change.old_reports, row);
  change.new_reports = change.old_reports;
  change.before = row;
  change.after = std::move(row);
}

// `people`: those of whom a mention came, went, or stands with other organisations.
void IdentityPass::PlacePeople(const ArticleChange& change, std::set<EntityNumber>& people) {
  if (change.after) {
    const Affiliations affiliations = AffiliationsIn(change);
    for (const rows::Mention& mention : change.after->mentions()) {
      const EntityNumber id = IdOf(mention);
      if (!EntityResolver::MayHaveNamesakes(ledger_.At(id))) continue;
      if (PlacePerson(id, change, Mentions(change.before, id), affiliations)) people.insert(id);
    }
  }
  if (!change.before) return;
  for (const rows::Mention& mention : change.before->mentions()) {
    const EntityNumber id = IdOf(mention);
    if (!EntityResolver::MayHaveNamesakes(ledger_.At(id)) || Mentions(change.after, id)) continue;
    places_.Remove(id, change.before->number());
    people.insert(id);
  }
}

// Whether it tells anything new of who is who: a name's only mention does not.
bool IdentityPass::PlacePerson(EntityNumber id, const ArticleChange& change, bool known,
                               const Affiliations& affiliations) {
  rows::MentionPlace place;
  place.set_article(change.after->number());
  if (const auto own = affiliations.find(id); own != affiliations.end())
    place.mutable_affiliations()->Add(own->second.begin(), own->second.end());
  if (!known) {
    places_.Add(id, place);
    return ledger_.At(id).mention_count() > 1;
  }
  const rows::MentionPlace stored = places_.At(id, place.article());
  if (std::equal(stored.affiliations().begin(), stored.affiliations().end(), place.affiliations().begin(),
                 place.affiliations().end()))
    return false;
  place.set_namesake(stored.namesake());
  places_.Replace(id, place);
  return true;
}

Affiliations IdentityPass::AffiliationsIn(const ArticleChange& change) {
  Affiliations affiliations;
  std::vector<Participant> together;
  const auto add = [&](EntityNumber id) {
    const v1::EntityType type = ledger_.At(id).type();
    together.push_back({type == v1::ENTITY_TYPE_PERSON ? id : ledger_.SameAs(id), type});
  };
  const ArticleReports& reports = change.new_reports;
  for (size_t r = 0; r < reports.reports.size(); ++r) {
    if (!IsAffiliation(reports.reports[r].event.type())) continue;
    together.clear();
    for (EntityNumber id : reports.ids[r]) {
      if (id != kNoEntity) add(id);
    }
    AddAffiliations(together, affiliations);
  }
  for (const rows::StatedRelation& relation : change.after->relations()) {
    if (!IsAffiliation(relation.type())) continue;
    together.clear();
    add(relation.from_id());
    add(relation.to_id());
    AddAffiliations(together, affiliations);
  }
  return affiliations;
}

// Whether a mention is now another person's.
bool IdentityPass::AssignPeople(bool own, ArticleChange& change) {
  bool moved = false;
  for (int i = 0; change.after && i < change.after->mentions_size(); ++i) {
    rows::Mention& mention = *change.after->mutable_mentions(i);
    const EntityNumber id = IdOf(mention);
    if (!EntityResolver::MayHaveNamesakes(ledger_.At(id))) continue;
    const bool parted = !ledger_.At(id).namesakes().empty();
    const EntityNumber namesake =
        parted ? places_.At(id, change.after->number()).namesake() : EntityNumber{kNoEntity};
    const EntityNumber before = mention.entity();
    mention.set_entity(namesake == kNoEntity ? id : namesake);
    mention.set_plain(namesake == kNoEntity ? kNoEntity : id);
    if (!own && mention.entity() == before) continue;
    moved = true;
    ledger_.CountNames(mention.entity(), mention, 1);
    if (!own) ledger_.CountNames(before, mention, -1);
  }
  for (int i = 0; own && change.before && i < change.before->mentions_size(); ++i) {
    const rows::Mention& mention = change.before->mentions(i);
    if (EntityResolver::MayHaveNamesakes(ledger_.At(IdOf(mention))))
      ledger_.CountNames(mention.entity(), mention, -1);
  }
  return moved;
}

}  // namespace annals::query
