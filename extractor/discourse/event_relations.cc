#include "extractor/discourse/event_relations.h"

#include <algorithm>
#include <string>

#include "absl/strings/string_view.h"
#include "common/utf8.h"

namespace annals {
namespace {

bool Happened(const EventDraft& draft) {
  return draft.status == v1::EVENT_STATUS_OCCURRED && draft.certainty != v1::CERTAINTY_RUMORED;
}

bool IsEntering(v1::EventType type) { return type == v1::EVENT_TYPE_JOIN || type == v1::EVENT_TYPE_APPOINT; }

// 将于年底卸任CEO, 否认辞去董事长: the post is held until then.
bool IsStillToLeave(const EventDraft& draft) {
  return LeavesPost(draft.type) &&
         (draft.status == v1::EVENT_STATUS_PLANNED || draft.status == v1::EVENT_STATUS_NEGATED);
}

constexpr absl::string_view kLeaveFrame = "step_down_leave";  // who rests keeps the post

std::string WordsOf(const ArgumentDraft* argument, const Document& document) {
  return argument == nullptr ? "" : EncodeUtf8(document.View(argument->span));
}

// Who left long ago and is given the post today has come back, or it is another that was left.
bool IsLongAgo(const EventDraft& draft, const Document& document) {
  constexpr int kYears = 2;
  return document.published.has_value() && draft.interval.end.has_value() &&
         draft.interval.end->year() + kYears < document.published->year();
}

// 2015年至2020年任总裁: a term that has ended.
bool IsTermOver(const EventDraft& draft, const Document& document) {
  const DateInterval& term = draft.interval;
  return document.published.has_value() && term.start.has_value() && term.end.has_value() &&
         term.start->year() < term.end->year() && *term.end < *document.published;
}

bool IsMaking(v1::EventType type) {
  return type == v1::EVENT_TYPE_RELEASE || type == v1::EVENT_TYPE_OPEN_SOURCE ||
         type == v1::EVENT_TYPE_DISCONTINUE;
}

class EventFacts {
 public:
  EventFacts(const EventDraft& draft, const Document& document) : draft_(draft), document_(document) {}

  std::vector<RelationDraft> Read() {
    if (draft_.dropped) return {};
    if (Happened(draft_)) AddPosts();
    if (IsStillToLeave(draft_))
      AddPost(v1::ROLE_TITLE, draft_.Entity(v1::ROLE_PERSON), draft_.Entity(v1::ROLE_ORGANIZATION), false);
    if (draft_.type == v1::EVENT_TYPE_FOUND) AddFounders();
    if (IsMaking(draft_.type)) AddParts(v1::ROLE_PRODUCT, EntityType::kProduct);
    AddParts(v1::ROLE_UNIT, EntityType::kUnit);
    return std::move(relations_);
  }

 private:
  // A title of foundation is for life, and no post.
  bool IsFounding(Span title) const {
    const auto& mentions = document_.mentions.mentions;
    return std::any_of(mentions.begin(), mentions.end(), [title](const Mention& mention) {
      return mention.founder && mention.title.Overlaps(title);
    });
  }

  void AddPost(v1::Role role, int person, int organization, bool former) {
    const ArgumentDraft* title = draft_.Find(role);
    if (title == nullptr) return;
    const std::u32string_view words = document_.View(title->span);
    if (IsFounding(title->span) && words.find_first_of(U"兼暨") == words.npos) return;
    Add(v1::RELATION_TYPE_POSITION, person, organization, EncodeUtf8(words), former);
  }

  void Add(v1::RelationType type, int from, int to, std::string title = "", bool former = false) {
    if (from < 0 || to < 0 || from == to || draft_.evidence.empty()) return;
    if (document_.mentions.entities[to].type != EntityType::kOrganization) return;
    relations_.push_back({type, from, to, std::move(title), former, draft_.evidence.front()});
  }

  // 内容长X|转战Y: the title in front of who comes is that of the place before.
  bool TellsWhatSomebodyWas() const {
    const ArgumentDraft* title = draft_.Find(v1::ROLE_TITLE);
    return draft_.type == v1::EVENT_TYPE_JOIN && title != nullptr && title->span.end <= draft_.trigger.begin;
  }

  void AddPosts() {
    const int person = draft_.Entity(v1::ROLE_PERSON), organization = draft_.Entity(v1::ROLE_ORGANIZATION);
    if (IsEntering(draft_.type)) {
      constexpr double kLikely = 0.8;  // who is not sure to have come is not told to hold the post
      if (!TellsWhatSomebodyWas() && draft_.confidence >= kLikely)
        AddPost(v1::ROLE_TITLE, person, organization, false);
      AddPost(v1::ROLE_TITLE, draft_.Entity(v1::ROLE_PREDECESSOR), organization, true);
      AddFormerPost();
    } else if (LeavesPost(draft_.type)) {
      if (!IsOfAnotherTime()) AddPost(v1::ROLE_TITLE, person, organization, draft_.frame != kLeaveFrame);
    }
    AddPost(v1::ROLE_NEW_TITLE, person, organization, false);
  }

  // 董事长X…。他1988年离职: not from the post that another sentence gives him today.
  bool IsOfAnotherTime() const {
    const ArgumentDraft* title = draft_.Find(v1::ROLE_TITLE);
    return title != nullptr && IsLongAgo(draft_, document_) &&
           document_.SentenceOf(document_.structure.ClauseAt(title->span.begin)) !=
               document_.SentenceOf(draft_.clause);
  }

  // 此前在X做总经理: a clause of its own tells the post that was left for this one.
  void AddFormerPost() {
    const ArgumentDraft* from = draft_.Find(v1::ROLE_FROM_ORGANIZATION);
    if (from == nullptr || from->span.begin < draft_.trigger.end) return;
    const int clause = document_.structure.ClauseAt(from->span.begin);
    if (clause == draft_.clause) return;
    const Span behind{from->span.end, document_.ClauseSpan(clause).end};
    for (const Mention& mention : document_.MentionsIn(behind)) {
      if (mention.span.end > behind.end) return;
      if (mention.kind != Mention::Kind::kTitle) continue;
      const Span title = mention.title.empty() ? mention.span : mention.title;
      return Add(v1::RELATION_TYPE_POSITION, draft_.Entity(v1::ROLE_PERSON), from->entity,
                 EncodeUtf8(document_.View(title)), true);
    }
  }

  void AddFounders() {
    if (draft_.status != v1::EVENT_STATUS_OCCURRED) return;
    for (const ArgumentDraft& founder : draft_.arguments) {
      if (founder.role != v1::ROLE_FOUNDER || founder.entity < 0) continue;
      if (document_.mentions.entities[founder.entity].type != EntityType::kPerson) continue;
      Add(v1::RELATION_TYPE_FOUNDER_OF, founder.entity, draft_.Entity(v1::ROLE_ORGANIZATION));
    }
  }

  // A subject of an earlier clause, of which the text does not speak any more where it names the part, is not
  // its owner: who is spoken of is.
  int OwnerOf(const ArgumentDraft& part, const ArgumentDraft& organization) const {
    constexpr double kNamed = 0.9;
    const int focus = document_.OrganizationInFocus(part.span.begin);
    return organization.score < kNamed && focus >= 0 ? focus : organization.entity;
  }

  void AddParts(v1::Role role, EntityType type) {
    const ArgumentDraft* organization = draft_.Find(v1::ROLE_ORGANIZATION);
    for (const ArgumentDraft& part : draft_.arguments) {
      if (part.role != role || part.entity < 0) continue;
      const DocumentEntity& entity = document_.mentions.entities[part.entity];
      // 推出新品牌“晚安家居”: what is brought out belongs to who does, though it sounds like a company.
      const bool brand =
          type == EntityType::kProduct && entity.type == EntityType::kOrganization && entity.known_id.empty();
      if ((entity.type == type || brand) && entity.owner < 0 && organization != nullptr)
        Add(v1::RELATION_TYPE_PART_OF, part.entity, OwnerOf(part, *organization));
    }
  }

  const EventDraft& draft_;
  const Document& document_;
  std::vector<RelationDraft> relations_;
};

}  // namespace

std::vector<RelationDraft> RelationsOf(const EventDraft& draft, const Document& document) {
  return EventFacts(draft, document).Read();
}

namespace {

// X副总裁Y调任Z总裁: Z may be X as well.
bool MovesFrom(const EventDraft& appoint, const RelationDraft& post, const Document& document) {
  const std::string taken = WordsOf(appoint.Find(v1::ROLE_TITLE), document);
  const bool same = appoint.Has(v1::ROLE_ORGANIZATION, post.to) &&
                    (taken.find(post.title) != taken.npos || post.title.find(taken) != post.title.npos);
  return document.classes->AnyCloses(WordClass::kMoves, document.View(appoint.trigger)) && !same;
}

// 银湖副总裁X加入Y: the post that stands beside the name of who joins.
bool LeavesByJoining(const EventDraft& join, const RelationDraft& post, const Document& document) {
  const int place = join.Entity(v1::ROLE_ORGANIZATION);
  return place >= 0 && place != post.to && post.evidence.end <= join.trigger.begin &&
         document.structure.ClauseAt(post.evidence.begin) == join.clause;
}

}  // namespace

bool EndsPost(const EventDraft& draft, const RelationDraft& post, const Document& document) {
  if (draft.dropped || !Happened(draft) || !draft.Has(v1::ROLE_PERSON, post.from)) return false;
  const bool elsewhere = document.structure.ClauseAt(post.evidence.begin) != draft.clause;
  const bool later = post.evidence.end <= draft.trigger.begin &&
                     document.SentenceOf(document.structure.ClauseAt(post.evidence.begin)) ==
                         document.SentenceOf(draft.clause);
  if (elsewhere && !later && IsLongAgo(draft, document)) return false;
  if (LeavesPost(draft.type) && draft.type != v1::EVENT_TYPE_STEP_DOWN)
    return draft.Has(v1::ROLE_ORGANIZATION, post.to);
  if (draft.type == v1::EVENT_TYPE_JOIN)
    return draft.Has(v1::ROLE_FROM_ORGANIZATION, post.to) || LeavesByJoining(draft, post, document);
  if (draft.type == v1::EVENT_TYPE_APPOINT) {
    const bool term = !elsewhere && draft.Has(v1::ROLE_ORGANIZATION, post.to) && IsTermOver(draft, document);
    return term || MovesFrom(draft, post, document);
  }
  if (draft.type != v1::EVENT_TYPE_STEP_DOWN || !draft.Has(v1::ROLE_ORGANIZATION, post.to)) return false;
  if (draft.frame == kLeaveFrame ||
      (!post.title.empty() && WordsOf(draft.Find(v1::ROLE_NEW_TITLE), document) == post.title))
    return false;
  const std::string given_up = WordsOf(draft.Find(v1::ROLE_TITLE), document);
  if (given_up.empty()) return !elsewhere;
  // 执行董事、副总裁X辞任: all that stands before the name.
  const ArgumentDraft* title = draft.Find(v1::ROLE_TITLE);
  const bool beside = title->span.begin >= post.evidence.begin && title->span.end < post.evidence.end &&
                      post.evidence.end <= draft.trigger.begin;
  if (!elsewhere && beside && draft.Find(v1::ROLE_NEW_TITLE) == nullptr) return true;
  return given_up.find(post.title) != given_up.npos || post.title.find(given_up) != post.title.npos;
}

}  // namespace annals
