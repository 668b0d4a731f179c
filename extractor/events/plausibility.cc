#include "extractor/events/plausibility.h"

#include <algorithm>

#include "extractor/events/founded_field.h"
#include "extractor/events/requirements.h"
#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr std::string_view kHandedOver = "handed_over";
constexpr int kLongestPlace = 8;    // characters: 发布会现场
constexpr size_t kMaxHedges = 4;    // characters: 成立还不满两年
constexpr size_t kLeastObject = 3;  // characters behind a verb that name what it is done to

}  // namespace

Plausibility::Plausibility(const Document& document) : document_(document) {
  for (const Apposition& post : document.mentions.appositions) {
    if (post.former && !post.words.empty()) former_posts_.emplace(post.words.begin, post.from);
  }
}

// 曾在X担任研究员: a post somebody had, and no news.
bool Plausibility::TellsFormerPost(const EventDraft& draft) const {
  const ArgumentDraft* title = draft.Find(v1::ROLE_TITLE);
  if (draft.type != v1::EVENT_TYPE_APPOINT || title == nullptr || title->span.begin < draft.trigger.end)
    return false;
  const auto post = former_posts_.find(title->span.begin);
  return post != former_posts_.end() && draft.Has(v1::ROLE_PERSON, post->second);
}

// 摘得|最佳男主角
bool Plausibility::WinsAward(const EventDraft& draft) const {
  const ArgumentDraft* title = draft.Find(v1::ROLE_TITLE);
  return draft.type == v1::EVENT_TYPE_APPOINT && title != nullptr && title->span.begin >= draft.trigger.end &&
         document_.classes->AnyIn(WordClass::kAward, document_.View(title->span));
}

// 山海3|交付|3万辆
bool Plausibility::IsCounted(const EventDraft& draft) const {
  if (draft.type != v1::EVENT_TYPE_RELEASE) return false;
  const int end = draft.trigger.end;
  const auto number = std::partition_point(document_.quantities.begin(), document_.quantities.end(),
                                           [end](const Quantity& each) { return each.span.begin < end; });
  return number != document_.quantities.end() && number->span.begin - end <= 1 &&
         number->kind == Quantity::Kind::kCount &&
         document_.classes->AnyCloses(WordClass::kDelivers, document_.View(draft.trigger));
}

// 签下X，|签约|至2028年, 双方|签约|三年: how long somebody is to stay.
bool Plausibility::IsPlayersContract(const EventDraft& draft) const {
  const int end = draft.trigger.end;
  if (draft.type != v1::EVENT_TYPE_PARTNER || end >= document_.text.size() ||
      document_.text.chars[end - 1] != U'约')
    return false;
  static constexpr std::u32string_view kNumbers = U"0123456789一两二三四五六七八九十半多数";
  const std::u32string_view rest = document_.View({end, document_.ClauseSpan(draft.clause).end});
  const size_t years = rest.find_first_not_of(kNumbers);
  const bool both = document_.View({document_.ClauseSpan(draft.clause).begin, end}) == U"双方签约";
  const bool counted = both && years != rest.npos && years > 0 && rest[years] == U'年';
  const auto time = std::partition_point(document_.times.begin(), document_.times.end(),
                                         [end](const TimeMention& each) { return each.span.begin < end; });
  const bool length = time != document_.times.end() && time->span.begin == end && time->duration;
  return !rest.empty() && (rest[0] == U'至' || rest[0] == U'到' || length || counted);
}

// 获得|1亿|用户: the verb asks for a sum, and the number is none.
bool Plausibility::LacksSum(const EventDraft& draft) const {
  const Span tail = document_.triggers[draft.hit].tail;
  if (draft.type != v1::EVENT_TYPE_FUND || tail.size() != 1 || draft.Find(v1::ROLE_AMOUNT) != nullptr)
    return false;
  const char32_t last = document_.text.chars[tail.begin];
  return last == U'亿' || last == U'万';
}

// 与云岚科技的|合作|“一切照旧”
bool Plausibility::GoesOn(const EventDraft& draft) const {
  const int end = document_.triggers[draft.hit].span.end;
  const Span behind{end, std::min(document_.text.size(), end + kLongestPlace)};
  return draft.type == v1::EVENT_TYPE_PARTNER &&
         document_.classes->AnyIn(WordClass::kGoesOn, document_.View(behind));
}

// 离开|会场|时, 离开|发布会现场: who is left is no employer. Not 离开|酒店业, 离开|法院系统.
bool Plausibility::LeavesPlace(const EventDraft& draft) const {
  static constexpr std::u32string_view kBehind = U"后时前并去走返回赴的、,。!?;…”";
  const int end = document_.triggers[draft.hit].span.end;
  if (draft.type != v1::EVENT_TYPE_DEPART || end >= document_.text.size()) return false;
  Span rest{end, document_.ClauseSpan(draft.clause).end};
  if (document_.text.chars[rest.begin] == U'了') ++rest.begin;
  const bool named =
      std::any_of(draft.arguments.begin(), draft.arguments.end(), [rest](const ArgumentDraft& a) {
        return a.entity >= 0 && a.span.begin >= rest.begin && rest.Overlaps(a.span);
      });
  if (rest.end <= rest.begin || named) return false;
  if (rest.size() <= kLongestPlace &&
      document_.classes->AnyCloses(WordClass::kLeftPlace, document_.View(rest)))
    return true;
  const auto length = document_.classes->LongestOpening(WordClass::kLeftPlace, document_.View(rest));
  const int behind = rest.begin + static_cast<int>(length);
  return length > 0 && (behind >= rest.end || kBehind.find(document_.text.chars[behind]) != kBehind.npos);
}

// 效力|九年|的云岚科技, 加入|两年|的林知远
bool Plausibility::SaysForHowLong(const EventDraft& draft) const {
  const int end = document_.triggers[draft.hit].span.end;
  if (draft.type != v1::EVENT_TYPE_JOIN || document_.text.chars[end - 1] == U'约') return false;
  const auto time = std::partition_point(document_.times.begin(), document_.times.end(),
                                         [end](const TimeMention& each) { return each.span.begin < end; });
  if (time == document_.times.end() || time->span.begin > end + 1 || !time->duration) return false;
  const int of = time->span.end;
  return of < document_.text.size() && document_.text.chars[of] == U'的' &&
         std::any_of(draft.arguments.begin(), draft.arguments.end(),
                     [of](const ArgumentDraft& a) { return a.entity >= 0 && a.span.begin == of + 1; });
}

// 考入|清华大学建筑系
bool Plausibility::IsAdmitted(const EventDraft& draft) const {
  if (draft.type != v1::EVENT_TYPE_JOIN || document_.text.chars[draft.trigger.begin] != U'考') return false;
  const Span rest{draft.trigger.end, std::max(draft.trigger.end, document_.ClauseSpan(draft.clause).end)};
  return document_.classes->AnyIn(WordClass::kSchool, document_.View(rest));
}

// 首批千台无人车明年|下线: what comes off the line.
bool Plausibility::IsProduced(const EventDraft& draft) const {
  return draft.type == v1::EVENT_TYPE_DISCONTINUE &&
         document_.classes->AnyIn(WordClass::kTakesDown, document_.View(draft.trigger)) &&
         document_.classes->AnyIn(WordClass::kProduced, document_.View(document_.ClauseSpan(draft.clause)));
}

// 此前他在X任职: words before a state in its clause say that it is over.
bool Plausibility::IsPast(const EventDraft& draft) const {
  const int begin = document_.ClauseSpan(draft.clause).begin;
  if (document_.classes->AnyIn(WordClass::kPast,
                               document_.View({begin, std::max(begin, draft.trigger.begin)})))
    return true;
  // 在此之前，|他在X任经理: a clause that says no more.
  constexpr int kLongestTime = 7;
  if (draft.clause == 0 || document_.SentenceOf(draft.clause) != document_.SentenceOf(draft.clause - 1))
    return false;
  const Span before = document_.ClauseSpan(draft.clause - 1);
  return before.size() <= kLongestTime && document_.classes->AnyIn(WordClass::kPast, document_.View(before));
}

// 亏损|收窄|近四成
bool Plausibility::BeginsNumber(const EventDraft& draft) const {
  const auto& quantities = document_.quantities;
  const auto next = std::partition_point(quantities.begin(), quantities.end(), [&draft](const Quantity& q) {
    return q.core.begin < draft.trigger.end;
  });
  return next != quantities.end() && next->change != 0 && next->span.begin <= draft.trigger.begin;
}

// Whether what was found makes an event; says why not.
bool Plausibility::Stands(const EventDraft& draft, const Trigger& trigger, const Assignment& assignment,
                          std::string& outcome) const {
  const auto fail = [&outcome](const char* why) {
    outcome = why;
    return false;
  };
  const auto count = [&draft](v1::Role role) {
    return static_cast<int>(std::count_if(draft.arguments.begin(), draft.arguments.end(),
                                          [role](const ArgumentDraft& a) { return a.role == role; }));
  };
  const bool stops = StopsKindOf(draft);
  const bool partial = stops || (!trigger.weak && (IsPartial(draft) || ActsOnUnknown(draft, trigger)));
  const char* missing = MissingParticipant(draft.type, count);
  if (missing != nullptr && !partial) return fail(missing);
  if (TellsFormerPost(draft)) return fail("a post somebody had");
  if (AffectsNobody(draft)) return fail("affected, but by no cut");
  if (IsDemanded(draft)) return fail("asked for, and no more");
  if (WinsAward(draft)) return fail("a prize, not a post");
  if (IsCandidate(draft)) return fail("somebody who may get the post");
  if (SellsOut(draft)) return fail("holds no more shares");
  if (IsCounted(draft)) return fail("counts what was handed over");
  if (IsPlayersContract(draft)) return fail("a contract of a player");
  if (draft.frame == kHandedOver && draft.Find(v1::ROLE_PREDECESSOR) == nullptr)
    return fail("no post goes from one to another");
  if (TakesReins(draft)) return fail("who leads a company, not who owns it");
  if (LacksSum(draft)) return fail("no sum of money");
  if (GoesOn(draft)) return fail("as it was, and no news");
  if (LeavesPlace(draft)) return fail("leaves a place, not an employer");
  if (SaysForHowLong(draft)) return fail("says for how long");
  if (IsAdmitted(draft)) return fail("goes there to learn");
  if (IsProduced(draft)) return fail("made, not stopped");
  if (trigger.state && IsPast(draft)) return fail("where somebody was before");
  if (ShowsPaper(draft)) return fail("shows a paper, not itself");
  if (BringsOutOther(draft)) return fail("brings out something else than itself");
  if (AdoptsTerms(draft)) return fail("the terms something is opened under");
  if (IsMereModifier(draft)) return fail("says which one is meant, not what happened");
  if (draft.type == v1::EVENT_TYPE_FOUND && TellsHowLong(draft)) return fail("says how long ago");
  if (draft.type == v1::EVENT_TYPE_FOUND && count(v1::ROLE_ORGANIZATION) == 0 && !FoundsCompany(draft) &&
      document_.mentions.entities[draft.Entity(v1::ROLE_FOUNDER)].type != EntityType::kPerson) {
    return fail("a company founds what has no name");
  }
  if (draft.type == v1::EVENT_TYPE_PIVOT && count(v1::ROLE_TO_TOPIC) + count(v1::ROLE_FROM_TOPIC) == 0) {
    return fail("no topic");
  }
  if (draft.type == v1::EVENT_TYPE_PIVOT && BeginsNumber(draft)) return fail("says how much less");
  if (draft.type == v1::EVENT_TYPE_PIVOT && IsNoBusiness(draft))
    return fail("to a post or out of a deal, not another business");
  if (trigger.weak && !stops && !IsSupported(draft, assignment)) {
    return fail("a weak trigger without all its participants");
  }
  return true;
}

// 将“山海”开源，|采用|Apache 2.0协议
bool Plausibility::AdoptsTerms(const EventDraft& draft) const {
  const ArgumentDraft* product = draft.Find(v1::ROLE_PRODUCT);
  if (draft.type != v1::EVENT_TYPE_INTEGRATE || product == nullptr ||
      product->span.begin > draft.trigger.begin)
    return false;
  const Span rest{draft.trigger.end, std::max(draft.trigger.end, document_.ClauseSpan(draft.clause).end)};
  return document_.classes->AnyCloses(WordClass::kLicense, document_.View(rest));
}

// 云岚搜索|推出|AI眼镜: what stands before the verb is who brings it out, though it is a product too.
bool Plausibility::BringsOutOther(const EventDraft& draft) const {
  constexpr int kShortestObject = 2;
  static constexpr std::u32string_view kNoObject = U"的后时至于前以之即就仅不";
  const ArgumentDraft* product = draft.Find(v1::ROLE_PRODUCT);
  if (draft.type != v1::EVENT_TYPE_RELEASE || product == nullptr || product->span.end > draft.trigger.begin ||
      !document_.View(draft.trigger).ends_with(U"推出"))
    return false;
  const int end = draft.trigger.end;
  const std::u32string_view before = document_.View({product->span.end, draft.trigger.begin});
  const auto time = std::partition_point(document_.times.begin(), document_.times.end(),
                                         [end](const TimeMention& each) { return each.span.begin < end; });
  const bool timed = time != document_.times.end() && time->span.begin == end;
  return !timed && document_.ClauseSpan(draft.clause).end - end >= kShortestObject &&
         before.find_first_of(U"由被") == before.npos &&
         kNoObject.find(document_.text.chars[end]) == kNoObject.npos;
}

// 《山海谣》|发布|终极海报: what is shown is but about the work before the verb.
bool Plausibility::ShowsPaper(const EventDraft& draft) const {
  const ArgumentDraft* product = draft.Find(v1::ROLE_PRODUCT);
  if (draft.type != v1::EVENT_TYPE_RELEASE || product == nullptr || product->span.end > draft.trigger.begin)
    return false;
  const Span rest{draft.trigger.end, document_.ClauseSpan(draft.clause).end};
  return !rest.empty() && document_.classes->AnyCloses(WordClass::kPaper, document_.View(rest));
}

// 合资成立|电动车公司: what is founded is a company, though nobody says its name.
bool Plausibility::FoundsCompany(const EventDraft& draft) const {
  const int from = document_.triggers[draft.hit].word.end, end = document_.ClauseSpan(draft.clause).end;
  const std::u32string_view object = document_.View(from < end ? Span{from, end} : draft.trigger);
  if (document_.classes->AnyCloses(WordClass::kCompany, object)) return true;
  for (const Mention& named : document_.MentionsIn({from, end})) {
    const bool company = named.kind == Mention::Kind::kNominal && named.types.Has(EntityType::kOrganization);
    if (company) return named.span.end >= end || !IsHan(document_.text.chars[named.span.end]);
  }
  return false;
}

// 收窄|近四成
bool Plausibility::IsNumber(Span span) const {
  const auto quantity =
      std::partition_point(document_.quantities.begin(), document_.quantities.end(),
                           [span](const Quantity& each) { return each.span.end < span.end; });
  return quantity != document_.quantities.end() && quantity->span.begin <= span.begin;
}

// 改做|顾问, 放弃|对云岚的收购.
bool Plausibility::IsNoBusiness(const EventDraft& draft) const {
  return std::any_of(draft.arguments.begin(), draft.arguments.end(), [&](const ArgumentDraft& topic) {
    if (topic.role != v1::ROLE_TO_TOPIC && topic.role != v1::ROLE_FROM_TOPIC) return false;
    if (IsNumber(topic.span)) return true;
    // 退出|青柚文化股东行列
    if (document_.classes->AnyCloses(WordClass::kNoBusiness, document_.View(topic.span))) return true;
    const Mention* next = document_.MentionFrom(topic.span.begin);
    const bool post =
        next != nullptr && next->kind == Mention::Kind::kTitle && next->span.begin == topic.span.begin;
    // 退出|腾讯: a holding or a membership.
    const bool left = next != nullptr && next->span == topic.span && next->entity >= 0 &&
                      next->types.Only(EntityType::kOrganization) &&
                      !document_.mentions.entities[next->entity].known_id.empty() &&
                      document_.View(draft.trigger).ends_with(U"退出");
    const auto& triggers = document_.triggers;
    const auto deal =
        std::lower_bound(triggers.begin(), triggers.end(), topic.span.begin,
                         [](const TriggerHit& t, int position) { return t.word.begin < position; });
    return post || left || (deal != triggers.end() && deal->word.end <= topic.span.end);
  });
}

// 李开复创办的零一万物: without a time of its own a 的-clause of foundation or partnership is a fact about
// what it modifies, not news; so is where the shares are traded of what it modifies: 港股|上市的云岚科技.
bool Plausibility::IsMereModifier(const EventDraft& draft) const {
  const auto& exchanges = document_.words.exchanges;
  const auto next = std::partition_point(exchanges.begin(), exchanges.end(), [&](const Automaton::Hit& hit) {
    return hit.span.end < draft.trigger.begin;
  });
  const bool traded =
      draft.type == v1::EVENT_TYPE_LIST && next != exchanges.end() && next->span.end == draft.trigger.begin;
  const bool fact = draft.type == v1::EVENT_TYPE_FOUND || draft.type == v1::EVENT_TYPE_PARTNER || traded;
  const int end = EndWithDuration(document_.triggers[draft.hit].span.end);
  if (!fact || end >= document_.text.size() || document_.text.chars[end] != U'的') return false;
  // 自立门户|的念头: what somebody means to do.
  if (document_.classes->AnyOpens(WordClass::kIntent, document_.View({end + 1, document_.text.size()})))
    return false;
  const Span clause = document_.ClauseSpan(draft.clause);
  // 成为第一家|加入该联盟|的厂商: what somebody becomes by it is news.
  if (document_.View({std::min(clause.begin, draft.trigger.begin), draft.trigger.begin}).find(U"成为") !=
      std::u32string_view::npos)
    return false;
  return std::none_of(document_.times.begin(), document_.times.end(), [&](const TimeMention& time) {
    return time.span.begin >= clause.begin && time.span.end <= draft.trigger.begin;
  });
}

// 成立|六年|来: an age, and no news.
bool Plausibility::TellsHowLong(const EventDraft& draft) const {
  const int from = document_.triggers[draft.hit].span.end;
  constexpr int kLongestAge = 8;
  const std::u32string_view age = document_.View({from, std::min(document_.text.size(), from + kLongestAge)});
  if (age.find(U"周年") != age.npos) return true;
  const ArgumentDraft* founded = draft.Find(v1::ROLE_ORGANIZATION);
  // 创办|云岚|九年来
  const int behind = founded != nullptr && founded->span.begin == from ? founded->span.end - 1 : from;
  const auto next =
      std::partition_point(document_.times.begin(), document_.times.end(),
                           [behind](const TimeMention& time) { return time.span.begin < behind; });
  return next != document_.times.end() && next->duration && next->span.begin <= behind + 1;
}

// 成立|七年|的: where a length of time or an amount ends that begins there, else the position.
int Plausibility::EndWithDuration(int position) const {
  // 成立|还不满|两年的
  static constexpr std::u32string_view kHedges = U"还不到满仅才刚近约已逾超";
  const std::u32string_view rest = std::u32string_view(document_.text.chars).substr(position);
  const size_t hedges = std::min(rest.find_first_not_of(kHedges), rest.size());
  const int from = position + (hedges <= kMaxHedges ? static_cast<int>(hedges) : 0);
  const auto ends = [from](const auto& found) {
    const auto next = std::partition_point(found.begin(), found.end(),
                                           [&](const auto& item) { return item.span.end <= from; });
    return next != found.end() && next->span.begin <= from + 1 ? next->span.end : -1;
  };
  const int end = std::max(ends(document_.times), ends(document_.quantities));
  return end >= 0 ? end : position;
}

// 云岚|推出|家用栽培箱: what a company sets up, brings out or stops has a name that nobody found.
bool Plausibility::ActsOnUnknown(const EventDraft& draft, const Trigger& trigger) const {
  const bool makes = draft.type == v1::EVENT_TYPE_REORGANIZE || draft.type == v1::EVENT_TYPE_DISCONTINUE ||
                     draft.type == v1::EVENT_TYPE_RELEASE;
  const ArgumentDraft* company = draft.Find(v1::ROLE_ORGANIZATION);
  if (!makes || company == nullptr || company->mention < 0 || trigger.frame->object.empty()) return false;
  const Mention& mention = document_.mention(company->mention);
  const bool here = mention.kind == Mention::Kind::kName && mention.span.end <= draft.trigger.begin &&
                    document_.structure.ClauseAt(mention.span.begin) == draft.clause;
  const int from = document_.triggers[draft.hit].word.end;
  const std::u32string_view object =
      document_.View({from, std::max(from, document_.ClauseSpan(draft.clause).end)});
  return here && object.size() >= kLeastObject && object.front() != U'的' &&
         !document_.classes->AnyIn(WordClass::kPaper, object);
}

// 关闭|网页搜索服务, 关掉|西雅图的一间工作室: what a company stops is told by its kind alone.
bool Plausibility::StopsKindOf(const EventDraft& draft) const {
  constexpr size_t kLeastModifier = 2;  // characters
  const ArgumentDraft* company = draft.Find(v1::ROLE_ORGANIZATION);
  const bool unit = draft.type == v1::EVENT_TYPE_REORGANIZE;
  if ((!unit && draft.type != v1::EVENT_TYPE_DISCONTINUE) || company == nullptr || company->mention < 0)
    return false;
  if (draft.Find(unit ? v1::ROLE_UNIT : v1::ROLE_PRODUCT) != nullptr) return false;
  const int clause = document_.structure.ClauseAt(document_.mention(company->mention).span.begin);
  if (clause < 0 || clause > draft.clause ||
      document_.SentenceOf(clause) != document_.SentenceOf(draft.clause))
    return false;
  const int from = document_.triggers[draft.hit].word.end;
  std::u32string_view object = document_.View({from, std::max(from, document_.ClauseSpan(draft.clause).end)});
  while (!object.empty() && !IsHan(object.back()) && !IsLatin(object.back())) object.remove_suffix(1);
  const WordClass kind = unit ? WordClass::kSite : WordClass::kStopped;
  if (object.size() < kLeastModifier || object.front() == U'的' || company->span.end > draft.trigger.begin)
    return false;
  return document_.classes->AnyCloses(kind, object) && !document_.classes->AnyOpens(kind, object);
}

// 撤销研发部，|约120名员工受到影响: who is affected is counted, and of a cut that the sentence tells.
bool Plausibility::AffectsNobody(const EventDraft& draft) const {
  if (draft.type != v1::EVENT_TYPE_LAYOFF ||
      !document_.classes->AnyIn(WordClass::kAffects, document_.View(document_.triggers[draft.hit].span)))
    return false;
  const int begin = document_.structure.sentences[document_.SentenceOf(draft.clause)].span.begin;
  const std::u32string_view before = document_.View({begin, std::max(begin, draft.trigger.begin)});
  const bool cut = document_.classes->AnyIn(WordClass::kCuts, before);
  return !cut || draft.Find(v1::ROLE_COUNT) == nullptr || before.starts_with(U"如果");
}

// 由林知远接手: without what is bought or paid, a person without a company buys nothing.
bool Plausibility::BuysAsCompany(const EventDraft& draft) const {
  const int acquirer = draft.Entity(v1::ROLE_ACQUIRER);
  return draft.Find(v1::ROLE_AMOUNT) != nullptr || draft.Find(v1::ROLE_STAKE) != nullptr ||
         (acquirer >= 0 && document_.mentions.entities[acquirer].type != EntityType::kPerson);
}

// 某乐队|宣布|解散: not a unit, but all of it.
bool Plausibility::Dissolves(const EventDraft& draft) const {
  constexpr int kLongestRest = 4;  // 解散|风波, 解散|了
  const ArgumentDraft* company = draft.Find(v1::ROLE_ORGANIZATION);
  if (company == nullptr || draft.carried || company->mention < 0) return false;
  const Span trigger = draft.trigger;
  const std::u32string_view rest =
      document_.View({trigger.end, std::max(trigger.end, document_.ClauseSpan(draft.clause).end)});
  const bool ends = rest.empty() || !IsHan(rest.front()) || rest.front() == U'了' ||
                    (rest.size() > kLongestRest && rest.front() != U'的');
  return company->span.end <= trigger.begin && ends &&
         document_.mention(company->mention).kind == Mention::Kind::kName &&
         document_.classes->AnyCloses(WordClass::kDissolves, document_.View(trigger));
}

// Who joins, buys or dismisses is half of the event, where the other side has no name here.
bool Plausibility::IsPartial(const EventDraft& draft) const {
  switch (draft.type) {
    case v1::EVENT_TYPE_JOIN:
      return draft.Find(v1::ROLE_PERSON) != nullptr;
    case v1::EVENT_TYPE_ACQUIRE:
      return draft.Find(v1::ROLE_ACQUIRER) != nullptr && BuysAsCompany(draft);
    case v1::EVENT_TYPE_DISMISS:
      return draft.Find(v1::ROLE_ORGANIZATION) != nullptr;
    case v1::EVENT_TYPE_REORGANIZE:
      return Dissolves(draft);
    default:
      return false;
  }
}

// A weak trigger needs all its participants; one of them may be carried over if a value or the object
// stands by.
bool Plausibility::IsSupported(const EventDraft& draft, const Assignment& assignment) const {
  const Frame& frame = *assignment.trigger->frame;
  if (DissolvesUnit(draft, frame)) return true;
  // 离职|创业，公司名为X
  if (draft.type == v1::EVENT_TYPE_FOUND && draft.Find(v1::ROLE_FOUNDER) != nullptr &&
      BeginOfFoundedName(document_, draft.clause) >= 0)
    return true;
  if (!AllKeySlotsFilled(draft, frame)) return false;
  const bool value = std::any_of(
      draft.arguments.begin(), draft.arguments.end(),
      [](const ArgumentDraft& argument) { return argument.entity < 0 && argument.number.has_value(); });
  return !assignment.carried_subject || value || !frame.object.empty() || LeavesThen(draft);
}

// 连年亏损的东莞厂已于7月|关闭: a unit that stops tells enough, whoever it belongs to.
bool Plausibility::DissolvesUnit(const EventDraft& draft, const Frame& frame) const {
  const ArgumentDraft* unit = draft.Find(v1::ROLE_UNIT);
  return draft.type == v1::EVENT_TYPE_REORGANIZE && frame.type == v1::EVENT_TYPE_DISCONTINUE &&
         unit != nullptr && document_.ClauseSpan(draft.clause).Contains(unit->span);
}

// 递交辞呈，将于年底|离任: with a time of its own.
bool Plausibility::LeavesThen(const EventDraft& draft) const {
  const int begin = document_.ClauseSpan(draft.clause).begin;
  return draft.type == v1::EVENT_TYPE_DEPART &&
         std::any_of(document_.times.begin(), document_.times.end(), [&](const TimeMention& time) {
           return !time.duration && time.span.begin >= begin && time.span.end <= draft.trigger.begin;
         });
}

// 请辞|党团总召, 总裁一职由X|接过, CEO|换成X: the post stands in the place of the company.
bool Plausibility::TakesPost(const EventDraft& draft, const Frame& frame) const {
  return std::any_of(draft.arguments.begin(), draft.arguments.end(), [&](const ArgumentDraft& argument) {
    const bool post = (argument.role == v1::ROLE_TITLE && frame.Takes(ValueKind::kTitle)) ||
                      (argument.role == v1::ROLE_NEW_TITLE && frame.Takes(ValueKind::kNewTitle));
    if (!post || !document_.ClauseSpan(draft.clause).Contains(argument.span)) return false;
    if (argument.span.begin >= draft.trigger.end) return true;
    const std::u32string_view between =
        document_.View({std::min(argument.span.end, draft.trigger.begin), draft.trigger.begin});
    return between.empty() || between.find(U'由') != between.npos;
  });
}

bool Plausibility::AllKeySlotsFilled(const EventDraft& draft, const Frame& frame) const {
  const auto filled = [&draft](const std::vector<SlotRole>& slots) {
    return slots.empty() || std::any_of(slots.begin(), slots.end(), [&draft](const SlotRole& slot) {
             return slot.role == v1::ROLE_UNSPECIFIED || draft.Find(slot.role) != nullptr;
           });
  };
  // 裁撤|500人: who goes is counted.
  const bool counted = draft.type == v1::EVENT_TYPE_LAYOFF && draft.Find(v1::ROLE_COUNT) != nullptr;
  return filled(frame.subject) && (counted || filled(frame.object) || TakesPost(draft, frame));
}

}  // namespace annals
