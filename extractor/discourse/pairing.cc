#include "extractor/discourse/pairing.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

#include "extractor/discourse/left_posts.h"

namespace annals {
namespace {

constexpr int kNearClauses = 4;
constexpr std::string_view kValuedFrame = "be_valued";
// The score of an organisation that the words of the event or of its title name.
constexpr double kNamed = 0.9;
constexpr int kPredecessorBehind = 2;  // clauses
constexpr int kLeaderBehind = 2;
constexpr int kLongestCalling = 3;  // characters: 上一任
// No two neighbouring sentences have more events between those of a pair; a text without end has any number.
constexpr size_t kNearEvents = 64;

bool SharesPerson(const EventDraft& a, const EventDraft& b) {
  const int person = a.Entity(v1::ROLE_PERSON);
  return person >= 0 && b.Has(v1::ROLE_PERSON, person);
}

bool Overlaps(const EventDraft& a, const EventDraft& b, v1::Role role) {
  for (const ArgumentDraft& argument : a.arguments) {
    if (argument.role == role && argument.entity >= 0 && b.Has(role, argument.entity)) return true;
  }
  return false;
}

bool Agree(int a, int b) { return a < 0 || b < 0 || a == b; }

void Copy(v1::Role from, v1::Role to, const EventDraft& source, EventDraft& target) {
  const ArgumentDraft* argument = source.Find(from);
  if (argument == nullptr || target.Find(to) != nullptr) return;
  target.arguments.push_back(*argument);
  target.arguments.back().role = to;
}

void Drop(EventDraft& draft, const char* note) {
  draft.dropped = true;
  draft.note = note;
}

bool TimesAgree(const EventDraft& a, const EventDraft& b) {
  return a.time < 0 || b.time < 0 || a.interval == b.interval;
}

void ShareTime(EventDraft& a, EventDraft& b) {
  // 已于上周离职，将加入X: a plan has a day of its own.
  if ((a.status == v1::EVENT_STATUS_PLANNED) != (b.status == v1::EVENT_STATUS_PLANNED)) return;
  if (a.time < 0 && b.time >= 0) {
    a.time = b.time;
    a.interval = b.interval;
  } else if (b.time < 0 && a.time >= 0) {
    b.time = a.time;
    b.interval = a.interval;
  }
}

// 2016年进入X，2019年离职: who leaves after joining leaves what was joined, unless the words name another.
bool LeavesWhatWasJoined(const Document& document, EventDraft& depart, EventDraft& join) {
  const ArgumentDraft* left = depart.Find(v1::ROLE_ORGANIZATION);
  const ArgumentDraft* joined = join.Find(v1::ROLE_ORGANIZATION);
  if (joined == nullptr || joined->score < kNamed || (left != nullptr && left->score >= kNamed)) return false;
  if (document.SentenceOf(join.clause) != document.SentenceOf(depart.clause)) return false;
  const bool later = join.clause < depart.clause && join.interval.start.has_value() &&
                     depart.interval.start.has_value() && *join.interval.start < *depart.interval.start;
  if (!later) return false;
  std::erase_if(depart.arguments, [](const ArgumentDraft& a) { return a.role == v1::ROLE_ORGANIZATION; });
  std::erase_if(depart.arguments, [](const ArgumentDraft& a) { return a.role == v1::ROLE_TITLE; });
  std::erase_if(join.arguments, [](const ArgumentDraft& a) {
    return a.role == v1::ROLE_FROM_ORGANIZATION && a.score < kNamed;
  });
  Copy(v1::ROLE_ORGANIZATION, v1::ROLE_ORGANIZATION, join, depart);
  return true;
}

// 2012年加入X，2016年跳槽至Y，2019年离开Y: what was joined first is not where somebody went then.
bool IsLongBefore(const EventDraft& join, const EventDraft& depart) {
  const ArgumentDraft* left = depart.Find(v1::ROLE_ORGANIZATION);
  return left != nullptr && left->score >= kNamed && join.clause < depart.clause &&
         join.interval.end.has_value() && depart.interval.start.has_value() &&
         *join.interval.end < *depart.interval.start;
}

// 离开X，转投Y: each learns the other side.
void PairMove(const Document& document, EventDraft& depart, EventDraft& join) {
  if (LeavesWhatWasJoined(document, depart, join) || IsLongBefore(join, depart)) return;
  const ArgumentDraft* left = depart.Find(v1::ROLE_ORGANIZATION);
  if (left != nullptr && left->entity == join.Entity(v1::ROLE_ORGANIZATION)) {
    const bool next = join.clause >= depart.clause && (depart.time < 0) == (join.time < 0);
    if (left->score >= kNamed || !next ||
        document.SentenceOf(join.clause) != document.SentenceOf(depart.clause))
      return;
    // 他随即离职，加入X: what was left cannot be what is joined.
    std::erase_if(depart.arguments, [](const ArgumentDraft& a) { return a.role == v1::ROLE_ORGANIZATION; });
  }
  Copy(v1::ROLE_ORGANIZATION, v1::ROLE_TO_ORGANIZATION, join, depart);
  Copy(v1::ROLE_ORGANIZATION, v1::ROLE_FROM_ORGANIZATION, depart, join);
  Copy(v1::ROLE_FROM_ORGANIZATION, v1::ROLE_ORGANIZATION, join, depart);
  ShareTime(depart, join);
}

// 总裁由X接任。X去年9月加入: what a later sentence, or a later clause with another post
// (接任的是X，去年才进公司做助理), tells with a time of its own is how X came to be there.
bool IsEarlierStep(const Document& document, const EventDraft& join, const EventDraft& appoint) {
  if (join.clause <= appoint.clause || join.time < 0 || appoint.time >= 0) return false;
  const ArgumentDraft *joined_as = join.Find(v1::ROLE_TITLE), *post = appoint.Find(v1::ROLE_TITLE);
  const bool other_post = joined_as != nullptr &&
                          (post == nullptr || document.View(joined_as->span) != document.View(post->span));
  return other_post || document.SentenceOf(join.clause) != document.SentenceOf(appoint.clause);
}

// 加入X出任CEO: the post is part of the joining.
void FoldPost(const Document& document, EventDraft& join, EventDraft& appoint) {
  const ArgumentDraft* place = appoint.Find(v1::ROLE_ORGANIZATION);
  const bool own_place = place != nullptr && place->score >= 1.0;
  if (own_place && !Agree(join.Entity(v1::ROLE_ORGANIZATION), place->entity)) return;
  // 延揽X担任顾问，自4月1日起生效: in one clause it is one thing, and is when the post begins.
  const bool one = join.clause == appoint.clause && join.trigger.begin < appoint.trigger.begin;
  if (one && appoint.time >= 0 && appoint.status == v1::EVENT_STATUS_PLANNED) {
    join.status = appoint.status;
    join.time = appoint.time;
    join.interval = appoint.interval;
  }
  if (std::abs(join.clause - appoint.clause) > 2 || (!one && !TimesAgree(join, appoint))) return;
  if (IsEarlierStep(document, join, appoint)) return;
  // 30岁加入X，40岁|升任|总裁: who rises was there before.
  if (document.classes->AnyIn(WordClass::kRises, document.View(appoint.trigger)) &&
      appoint.clause > join.clause)
    return;
  const ArgumentDraft* joined = join.Find(v1::ROLE_ORGANIZATION);
  const bool signs = document.classes->AnyIn(WordClass::kEngages, document.View(join.trigger));
  if (signs && (joined == nullptr || joined->score < kNamed) && join.clause > appoint.clause)
    return Drop(join, "the contract of the post");
  Copy(v1::ROLE_TITLE, v1::ROLE_TITLE, appoint, join);
  Copy(v1::ROLE_UNIT, v1::ROLE_UNIT, appoint, join);
  Copy(v1::ROLE_ORGANIZATION, v1::ROLE_ORGANIZATION, appoint, join);
  ShareTime(join, appoint);
  Drop(appoint, "the post comes with joining");
}

// Leaving a post on the way out, or into the next one.
void FoldStepDown(EventDraft& other, EventDraft& step_down) {
  if (other.time >= 0 && step_down.time >= 0 && other.time != step_down.time) return;
  if (std::abs(other.clause - step_down.clause) > 1) return;
  // 尚未离职，转任顾问: who stays gives up the post all the same.
  if (other.status == v1::EVENT_STATUS_NEGATED && step_down.status != other.status) return;
  if (!Agree(other.Entity(v1::ROLE_ORGANIZATION), step_down.Entity(v1::ROLE_ORGANIZATION))) return;
  Copy(v1::ROLE_TITLE, v1::ROLE_TITLE, step_down, other);
  Copy(v1::ROLE_REASON, v1::ROLE_REASON, step_down, other);
  ShareTime(other, step_down);
  Drop(step_down, "gave up the post by leaving");
}

// A轮, A+轮: rounds of their own.
bool AreTwoRounds(const Document& document, const EventDraft& a, const EventDraft& b) {
  const ArgumentDraft* left = a.Find(v1::ROLE_ROUND);
  const ArgumentDraft* right = b.Find(v1::ROLE_ROUND);
  if (left == nullptr || right == nullptr || left->span == right->span) return false;
  const std::u32string_view x = document.View(left->span), y = document.View(right->span);
  const auto named = [](std::u32string_view round) {
    return !round.empty() &&
           (round.front() < 0x80 || round.starts_with(U"天使") || round.starts_with(U"种子"));
  };
  return named(x) && named(y) && x != y;
}

// 完成B轮融资, 由X领投, 投后估值40亿元: one deal told in several clauses.
void FoldDeal(const Document& document, EventDraft& deal, EventDraft& detail) {
  const int receiver = deal.Entity(v1::ROLE_ORGANIZATION), other = detail.Entity(v1::ROLE_ORGANIZATION);
  if (AreTwoRounds(document, deal, detail))
    return Copy(v1::ROLE_ORGANIZATION, v1::ROLE_ORGANIZATION, deal, detail);
  const bool carried = other < 0 || receiver == other || deal.Has(v1::ROLE_INVESTOR, other);
  if (receiver < 0 || !carried || !TimesAgree(deal, detail)) return;
  for (const ArgumentDraft& argument : detail.arguments) {
    if (argument.role == v1::ROLE_ORGANIZATION || argument.entity == receiver) continue;
    const bool investor = argument.role == v1::ROLE_INVESTOR && !deal.Has(v1::ROLE_INVESTOR, argument.entity);
    if (investor || deal.Find(argument.role) == nullptr) deal.arguments.push_back(argument);
  }
  Drop(detail, "part of a deal told beside it");
}

// 邀请X加盟, 希望X出任Y: what somebody is asked to do is what the bid is about, and what became of it.
void FoldBid(const Document& document, EventDraft& recruit, EventDraft& move) {
  const ArgumentDraft* asked = recruit.Find(v1::ROLE_PERSON);
  const ArgumentDraft* mover = move.Find(v1::ROLE_PERSON);
  if (recruit.clause != move.clause || asked->mention < 0 || asked->mention != mover->mention) return;
  if (asked->span.begin < recruit.trigger.end || mover->span.end > move.trigger.begin) return;
  if (document.View({recruit.trigger.end, asked->span.begin}).size() > 1) return;
  if (move.status == v1::EVENT_STATUS_FAILED || move.status == v1::EVENT_STATUS_NEGATED) {
    recruit.status = move.status;
    recruit.time = move.time;
    recruit.interval = move.interval;
  }
  Drop(move, "what the bid is about");
}

// 想把X挖来，被婉拒; 想撬走X: a hiring that failed, or that somebody but wishes for, is a bid.
void ToBid(const Document& document, EventDraft& draft) {
  const ArgumentDraft* organization = draft.Find(v1::ROLE_ORGANIZATION);
  if (draft.type != v1::EVENT_TYPE_JOIN || !std::string_view(draft.frame).starts_with("hire") ||
      organization == nullptr)
    return;
  const int begin = document.ClauseSpan(draft.clause).begin;
  const bool wished =
      draft.status == v1::EVENT_STATUS_PLANNED && organization->span.end <= draft.trigger.begin &&
      document.classes->AnyIn(WordClass::kWish, document.View({std::max(begin, organization->span.end),
                                                               std::max(begin, draft.trigger.begin)}));
  if (draft.status != v1::EVENT_STATUS_FAILED && !wished) return;
  if (wished) draft.status = v1::EVENT_STATUS_OCCURRED;
  draft.type = v1::EVENT_TYPE_RECRUIT;
  ArgumentDraft recruiter = *organization;
  recruiter.role = v1::ROLE_RECRUITER;
  draft.arguments.push_back(std::move(recruiter));
  std::erase_if(draft.arguments, [](const ArgumentDraft& argument) {
    return argument.role == v1::ROLE_FROM_ORGANIZATION || argument.role == v1::ROLE_TITLE;
  });
}

// 总经理, 代总经理: one post.
bool SamePost(const Document& document, const EventDraft& a, const EventDraft& b) {
  const ArgumentDraft* left = a.Find(v1::ROLE_TITLE);
  const ArgumentDraft* right = b.Find(v1::ROLE_TITLE);
  if (left == nullptr || right == nullptr) return false;
  const std::u32string_view x = document.View(left->span), y = document.View(right->span);
  return x.ends_with(y) || y.ends_with(x);
}

// X卸任，由Y接任: the successor takes the post that was left.
void PairSuccession(const Document& document, const EventDraft& leave, EventDraft& appoint) {
  const std::u32string_view word = document.View(appoint.trigger);
  const bool succeeds = document.classes->AnyIn(WordClass::kSucceeds, word);
  if (std::abs(leave.clause - appoint.clause) > (succeeds ? kNearClauses : 1)) return;
  const int person = leave.Entity(v1::ROLE_PERSON);
  if (person < 0 || appoint.Has(v1::ROLE_PERSON, person)) return;
  const ArgumentDraft* place = appoint.Find(v1::ROLE_ORGANIZATION);
  const int left = leave.Entity(v1::ROLE_ORGANIZATION);
  if (place != nullptr && place->score >= kNamed && !Agree(left, place->entity)) return;
  const ArgumentDraft* predecessor = appoint.Find(v1::ROLE_PREDECESSOR);
  if (predecessor != nullptr && predecessor->entity != person) return;
  // 原财务总监X改任监事长；Y升任副总裁: another post.
  const ArgumentDraft* title = appoint.Find(v1::ROLE_TITLE);
  const bool told = title != nullptr && document.ClauseSpan(appoint.clause).Contains(title->span) &&
                    document.classes->AnyIn(WordClass::kRises, word);
  if (!succeeds && told && leave.Find(v1::ROLE_TITLE) != nullptr && !SamePost(document, leave, appoint))
    return;
  Copy(v1::ROLE_PERSON, v1::ROLE_PREDECESSOR, leave, appoint);
  // Who succeeds on a day to come will succeed.
  if (leave.status == v1::EVENT_STATUS_PLANNED && appoint.status == v1::EVENT_STATUS_OCCURRED &&
      (appoint.time < 0 || appoint.time == leave.time)) {
    appoint.status = leave.status;
    appoint.time = leave.time;
    appoint.interval = leave.interval;
  }
  if (left >= 0 && place != nullptr && place->score < kNamed) {
    std::erase_if(appoint.arguments, [](const ArgumentDraft& a) { return a.role == v1::ROLE_ORGANIZATION; });
  }
  Copy(v1::ROLE_ORGANIZATION, v1::ROLE_ORGANIZATION, leave, appoint);
  Copy(v1::ROLE_TITLE, v1::ROLE_TITLE, leave, appoint);
  Copy(v1::ROLE_UNIT, v1::ROLE_UNIT, leave, appoint);
}

// X任董事长，|前任Y|退休: the post is the one that was just taken up.
bool IsCalledPredecessor(const Document& document, const EventDraft& leave) {
  const ArgumentDraft* person = leave.Find(v1::ROLE_PERSON);
  if (person == nullptr || person->mention < 0) return false;
  const Mention& mention = document.mention(person->mention);
  const int begin = std::max(0, mention.span.begin - kLongestCalling);
  return document.classes->AnyCloses(WordClass::kPredecessor, document.View({begin, mention.span.begin}));
}

// 聘任X为总经理，原总经理Y退休: who left the same post is told of behind the successor.
void PairPredecessor(const Document& document, EventDraft& leave, EventDraft& appoint) {
  const int person = leave.Entity(v1::ROLE_PERSON);
  const bool called = IsCalledPredecessor(document, leave);
  if (leave.clause - appoint.clause > kPredecessorBehind || (!called && !SamePost(document, leave, appoint)))
    return;
  if (person < 0 || appoint.Has(v1::ROLE_PERSON, person)) return;
  if (!Agree(leave.Entity(v1::ROLE_ORGANIZATION), appoint.Entity(v1::ROLE_ORGANIZATION))) return;
  Copy(v1::ROLE_PERSON, v1::ROLE_PREDECESSOR, leave, appoint);
  Copy(v1::ROLE_ORGANIZATION, v1::ROLE_ORGANIZATION, leave, appoint);
  if (!called) return;
  Copy(v1::ROLE_TITLE, v1::ROLE_TITLE, appoint, leave);
  Copy(v1::ROLE_ORGANIZATION, v1::ROLE_ORGANIZATION, appoint, leave);
}

// 成立X部，由Y挂帅: who leads what is set up is given no other post.
void FoldLeader(EventDraft& reorganize, EventDraft& appoint) {
  const int distance = appoint.clause - reorganize.clause;
  if (distance < 0 || distance > kLeaderBehind || appoint.Find(v1::ROLE_TITLE) != nullptr) return;
  if (!Agree(reorganize.Entity(v1::ROLE_ORGANIZATION), appoint.Entity(v1::ROLE_ORGANIZATION))) return;
  if (appoint.Entity(v1::ROLE_PERSON) < 0 || appoint.Find(v1::ROLE_PREDECESSOR) != nullptr) return;
  std::erase_if(reorganize.arguments, [](const ArgumentDraft& a) { return a.role == v1::ROLE_LEADER; });
  Copy(v1::ROLE_PERSON, v1::ROLE_LEADER, appoint, reorganize);
  Drop(appoint, "leads what is set up");
}

// 云岚科技否认裁员: a party's denial is what became of the event, and nothing else is said.
void FoldDenial(const Document& document, EventDraft& statement, const EventDraft& denied) {
  if (statement.type != v1::EVENT_TYPE_STATEMENT || denied.status != v1::EVENT_STATUS_NEGATED) return;
  const ArgumentDraft* claim = statement.Find(v1::ROLE_QUOTE);
  const bool denies = document.classes->AnyIn(WordClass::kDenial, document.View(statement.trigger));
  if (!denies || claim == nullptr || !claim->span.Contains(denied.trigger)) return;
  const int speaker = statement.Entity(v1::ROLE_SPEAKER);
  const bool party = std::any_of(denied.arguments.begin(), denied.arguments.end(),
                                 [speaker](const ArgumentDraft& a) { return a.entity == speaker; });
  if (!party) return;
  if (document.structure.QuotationAt(claim->span.begin) < 0) Drop(statement, "only denies");
}

// 与X签约，以12亿元认购新股: the contract of a deal is no partnership beside it.
void FoldContract(const Document& document, const EventDraft& deal, EventDraft& partner) {
  if (!document.classes->AnyIn(WordClass::kSigning, document.View(partner.trigger))) return;
  if (std::abs(deal.clause - partner.clause) > 1 ||
      document.SentenceOf(deal.clause) != document.SentenceOf(partner.clause))
    return;
  std::set<v1::Role> sides;
  for (const ArgumentDraft& a : partner.arguments) {
    for (const ArgumentDraft& other : deal.arguments) {
      if (a.role == v1::ROLE_ORGANIZATION && other.entity == a.entity) sides.insert(other.role);
    }
  }
  const bool bought = deal.type == v1::EVENT_TYPE_ACQUIRE && deal.clause == partner.clause;
  if (sides.size() > 1 || bought) Drop(partner, "the contract of a deal told beside it");
}

// 2011年加入X，2017年加盟Y: the next place of a career is come to from the last one.
void ContinueCareer(const Document& document, const EventDraft& last, EventDraft& next) {
  if (!SharesPerson(last, next) || last.status != v1::EVENT_STATUS_OCCURRED ||
      next.status != v1::EVENT_STATUS_OCCURRED)
    return;
  if (document.SentenceOf(last.clause) != document.SentenceOf(next.clause)) return;
  if (!next.interval.start || (last.interval.start && *next.interval.start <= *last.interval.start)) return;
  if (Overlaps(last, next, v1::ROLE_ORGANIZATION)) return;
  Copy(v1::ROLE_ORGANIZATION, v1::ROLE_FROM_ORGANIZATION, last, next);
}

// 16日上任, on the 8th: who is appointed takes up the post on the nearer one of the days that may be meant.
void LookAhead(const Document& document, EventDraft& start) {
  const TimeMention& time = document.times[start.time];
  if (!document.published || !time.interval.end || !time.future_interval.start ||
      start.interval != time.interval || time.interval == time.future_interval)
    return;
  if (*time.future_interval.start - *document.published >= *document.published - *time.interval.end) return;
  start.interval = time.future_interval;
  start.status = v1::EVENT_STATUS_PLANNED;
  start.intended = true;
}

// 任命X为CEO，3月3日上任: when the post is taken up.
void FoldTakingUp(const Document& document, EventDraft& appoint, EventDraft& start) {
  const bool starts = start.Find(v1::ROLE_TITLE) == nullptr &&
                      document.classes->AnyCloses(WordClass::kTakingUp, document.View(start.trigger));
  if (!starts || start.clause <= appoint.clause || start.clause - appoint.clause > 2) return;
  if (document.SentenceOf(start.clause) != document.SentenceOf(appoint.clause)) return;
  if (start.time >= 0 && !start.interval.empty()) {
    LookAhead(document, start);
    appoint.time = start.time;
    appoint.interval = start.interval;
    appoint.status = start.status;
    appoint.intended = start.intended;
  }
  Drop(start, "when the post is taken up");
}

// 官宣|主帅X|下课: the post is whose leaving is made known.
void FoldAnnouncedPost(const Document& document, const EventDraft& leave, EventDraft& appoint) {
  const bool announced = document.classes->AnyIn(WordClass::kPerformed, document.View(appoint.trigger));
  if (announced && leave.clause == appoint.clause && appoint.trigger.begin < leave.trigger.begin)
    Drop(appoint, "whose leaving is announced");
}

bool Is(const EventDraft& a, v1::EventType first, const EventDraft& b, v1::EventType second) {
  return a.type == first && b.type == second;
}

// Tries the pair in the order given; the caller tries both.
void Pair(const Document& document, EventDraft& a, EventDraft& b) {
  const bool person = SharesPerson(a, b);
  if (person && Is(a, v1::EVENT_TYPE_DEPART, b, v1::EVENT_TYPE_JOIN)) PairMove(document, a, b);
  if (person && Is(a, v1::EVENT_TYPE_JOIN, b, v1::EVENT_TYPE_APPOINT)) FoldPost(document, a, b);
  if (!person && LeavesPost(a.type) && b.type == v1::EVENT_TYPE_APPOINT && a.clause <= b.clause)
    PairSuccession(document, a, b);
  if (!person && LeavesPost(a.type) && b.type == v1::EVENT_TYPE_APPOINT && a.clause > b.clause)
    PairPredecessor(document, a, b);
  if (person && Is(a, v1::EVENT_TYPE_APPOINT, b, v1::EVENT_TYPE_APPOINT)) FoldTakingUp(document, a, b);
  if (person && LeavesPost(a.type) && b.type == v1::EVENT_TYPE_APPOINT) FoldAnnouncedPost(document, a, b);
  if (person && Is(a, v1::EVENT_TYPE_DISMISS, b, v1::EVENT_TYPE_DEPART)) Drop(b, "dismissed");
  if (person && Is(a, v1::EVENT_TYPE_DEPART, b, v1::EVENT_TYPE_STEP_DOWN)) FoldStepDown(a, b);
  const bool moves = b.type == v1::EVENT_TYPE_JOIN || b.type == v1::EVENT_TYPE_APPOINT;
  if (person && a.type == v1::EVENT_TYPE_RECRUIT && moves) FoldBid(document, a, b);
  if (Is(a, v1::EVENT_TYPE_REORGANIZE, b, v1::EVENT_TYPE_APPOINT)) FoldLeader(a, b);
  FoldDenial(document, a, b);
  const bool deal = a.type == v1::EVENT_TYPE_ACQUIRE || a.type == v1::EVENT_TYPE_FUND;
  if (deal && b.type == v1::EVENT_TYPE_PARTNER) FoldContract(document, a, b);
  if (a.dropped || b.dropped) return;
  if (person && Is(a, v1::EVENT_TYPE_JOIN, b, v1::EVENT_TYPE_RECRUIT)) {
    if (!a.dropped && a.status == v1::EVENT_STATUS_OCCURRED && b.status != v1::EVENT_STATUS_FAILED &&
        Agree(a.Entity(v1::ROLE_ORGANIZATION), b.Entity(v1::ROLE_RECRUITER))) {
      Copy(v1::ROLE_AMOUNT, v1::ROLE_AMOUNT, b, a);
      Drop(b, "the bid ended in joining");
    }
  }
  if (Is(a, v1::EVENT_TYPE_FUND, b, v1::EVENT_TYPE_FUND) && std::abs(a.clause - b.clause) <= 2)
    FoldDeal(document, a, b);
  if (Is(a, v1::EVENT_TYPE_LIST, b, v1::EVENT_TYPE_FUND) && b.Find(v1::ROLE_ROUND) == nullptr &&
      b.Find(v1::ROLE_INVESTOR) == nullptr && std::abs(a.clause - b.clause) <= 1 &&
      Overlaps(a, b, v1::ROLE_ORGANIZATION)) {
    Copy(v1::ROLE_AMOUNT, v1::ROLE_AMOUNT, b, a);
    Drop(b, "raised by listing");
  }
  if (Is(a, v1::EVENT_TYPE_OPEN_SOURCE, b, v1::EVENT_TYPE_RELEASE) && Overlaps(a, b, v1::ROLE_PRODUCT) &&
      a.status == b.status && TimesAgree(a, b)) {
    ShareTime(a, b);
    Drop(b, "released by opening it");
  }
  if (Is(a, v1::EVENT_TYPE_ACQUIRE, b, v1::EVENT_TYPE_FUND) && a.Entity(v1::ROLE_TARGET) >= 0 &&
      b.Has(v1::ROLE_ORGANIZATION, a.Entity(v1::ROLE_TARGET)) && a.clause == b.clause) {
    Drop(b, "bought, not funded");
  }
}

}  // namespace

void PairEvents(const Document& document, std::vector<EventDraft>& drafts) {
  for (size_t i = 0; i < drafts.size(); ++i) {
    const size_t end = std::min(drafts.size(), i + 1 + kNearEvents);
    for (size_t j = i + 1; j < end && drafts[j].clause - drafts[i].clause <= kNearClauses; ++j) {
      if (drafts[i].dropped || drafts[j].dropped) continue;
      if (document.SentenceOf(drafts[j].clause) - document.SentenceOf(drafts[i].clause) > 1) continue;
      Pair(document, drafts[i], drafts[j]);
      if (!drafts[i].dropped && !drafts[j].dropped) Pair(document, drafts[j], drafts[i]);
    }
  }
  const EventDraft* joined = nullptr;
  for (EventDraft& draft : drafts) {
    if (draft.dropped || draft.type != v1::EVENT_TYPE_JOIN) continue;
    if (joined != nullptr) ContinueCareer(document, *joined, draft);
    joined = &draft;
  }
  for (EventDraft& draft : drafts) {
    if (!draft.dropped) ToBid(document, draft);
    const bool nobody = draft.type == v1::EVENT_TYPE_FUND && draft.Find(v1::ROLE_ORGANIZATION) == nullptr;
    if (nobody && !draft.dropped) Drop(draft, "no organisation");
    const bool worth = std::string_view(draft.frame) == kValuedFrame;
    if (worth && !draft.dropped) Drop(draft, "a valuation without a deal");
  }
  TakeOverLeftPosts(document, drafts);
}

}  // namespace annals
