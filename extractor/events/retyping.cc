#include "extractor/events/retyping.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/utf8.h"
#include "extractor/events/deal_sellers.h"
#include "extractor/events/merged_units.h"
#include "extractor/events/named_members.h"
#include "extractor/events/word_classes.h"

namespace annals {
namespace {

// 关停|射频研发组: a unit that is stopped is dissolved.
void ToReorganization(const Document& document, EventDraft& draft) {
  const ArgumentDraft* stopped = draft.Find(v1::ROLE_PRODUCT);
  if (draft.type != v1::EVENT_TYPE_DISCONTINUE || stopped == nullptr || stopped->mention < 0) return;
  const bool unit = document.mentions.entities[stopped->entity].type == EntityType::kUnit;
  // 取消|销售|、交付两大中心: the name in the text may end before its head.
  const auto name = DecodeUtf8(document.mentions.entities[stopped->entity].name);
  if (!unit || !name.ok() || !document.classes->AnyCloses(WordClass::kUnitOfPeople, *name)) return;
  if (document.classes->AnyIn(WordClass::kTakesDown, document.View(draft.trigger))) return;
  draft.type = v1::EVENT_TYPE_REORGANIZE;
  for (ArgumentDraft& argument : draft.arguments) {
    if (argument.role == v1::ROLE_PRODUCT) argument.role = v1::ROLE_UNIT;
  }
}

// 云岚|上线|微信支付: what another company makes is taken in.
void ToIntegration(const Document& document, EventDraft& draft) {
  const int company = draft.Entity(v1::ROLE_ORGANIZATION), product = draft.Entity(v1::ROLE_PRODUCT);
  if (draft.type != v1::EVENT_TYPE_RELEASE || company < 0 || product < 0) return;
  const DocumentEntity& made = document.mentions.entities[product];
  const DocumentEntity& maker = document.mentions.entities[company];
  // 抖音|上线|豆包: both of one owner.
  const bool own = made.owner == company || made.known_owner.empty() || made.known_owner == maker.known_id ||
                   made.known_owner == maker.known_owner;
  if (own || maker.known_id.empty() ||
      !document.classes->AnyIn(WordClass::kOpensTo, document.View(draft.trigger)))
    return;
  draft.type = v1::EVENT_TYPE_INTEGRATE;
  for (ArgumentDraft& argument : draft.arguments) {
    if (argument.role == v1::ROLE_ORGANIZATION) argument.role = v1::ROLE_ADOPTER;
  }
}

// 公司公开发行4000万股，|募资|13亿元: what shares bring that are sold to the public.
void ToListing(const Document& document, EventDraft& draft) {
  if (draft.type != v1::EVENT_TYPE_FUND || std::string_view(draft.frame) != "raise" ||
      draft.Find(v1::ROLE_ORGANIZATION) == nullptr || draft.Find(v1::ROLE_INVESTOR) != nullptr)
    return;
  const int begin = document.structure.sentences[document.SentenceOf(draft.clause)].span.begin;
  const std::u32string_view told = document.View({begin, document.ClauseSpan(draft.clause).end});
  if (document.classes->AnyIn(WordClass::kOffering, told) &&
      !document.classes->AnyIn(WordClass::kPlacement, told))
    draft.type = v1::EVENT_TYPE_LIST;
}

// A、B合组|电池国家队: companies that form an alliance found no company.
void ToPartnership(const Document& document, EventDraft& draft) {
  const ArgumentDraft* formed = draft.Find(v1::ROLE_ORGANIZATION);
  if (draft.type != v1::EVENT_TYPE_FOUND || formed == nullptr || formed->mention < 0) return;
  const auto companies =
      std::count_if(draft.arguments.begin(), draft.arguments.end(), [&](const ArgumentDraft& argument) {
        return argument.role == v1::ROLE_FOUNDER && argument.entity >= 0 &&
               document.mentions.entities[argument.entity].type == EntityType::kOrganization;
      });
  const std::u32string_view name = document.View(document.mention(formed->mention).span);
  if (companies < 2 || !document.classes->AnyCloses(WordClass::kAlliance, name)) return;
  draft.type = v1::EVENT_TYPE_PARTNER;
  for (ArgumentDraft& argument : draft.arguments) {
    const Span words{std::min(draft.trigger.end, argument.span.begin), argument.span.end};
    if (argument.role == v1::ROLE_ORGANIZATION) argument = {v1::ROLE_TOPIC, -1, words, std::nullopt, "", 1.0};
    if (argument.role == v1::ROLE_FOUNDER) argument.role = v1::ROLE_ORGANIZATION;
  }
}

// Adobe|与|Figma
bool AreJoined(const Document& document, Span first, Span second) {
  return second.begin - first.end == 1 &&
         document.classes->AnyIn(WordClass::kJoint, document.View({first.end, second.begin}));
}

// 终止|收购|交易
bool IsBrokenOff(const Document& document, const EventDraft& draft) {
  const std::u32string_view behind = std::u32string_view(document.text.chars).substr(draft.trigger.end);
  const Span clause = document.ClauseSpan(draft.clause);
  return document.classes->AnyOpens(WordClass::kDeal, behind) &&
         std::any_of(document.cues.begin(), document.cues.end(), [clause](const CueHit& hit) {
           return hit.cue->kind == Cue::Kind::kFailed && clause.Contains(hit.span);
         });
}

// A与B合并, A与B终止收购交易: of two companies that merge the first acts.
void SplitMerger(const Document& document, EventDraft& draft) {
  const std::string_view frame = draft.frame;
  const bool merger = frame == "merge" || frame == "acquire_with" || frame == "deal_failed";
  if (draft.type != v1::EVENT_TYPE_ACQUIRE || draft.Find(v1::ROLE_TARGET) != nullptr) return;
  const ArgumentDraft* first = draft.Find(v1::ROLE_ACQUIRER);
  for (size_t i = draft.arguments.size(); i-- > 0;) {
    ArgumentDraft& second = draft.arguments[i];
    if (second.role != v1::ROLE_ACQUIRER || first->entity == second.entity) continue;
    const bool deal =
        draft.carried && IsBrokenOff(document, draft) && AreJoined(document, first->span, second.span);
    if (merger || deal) second.role = v1::ROLE_TARGET;
    return;
  }
}

// A与B宣布终止合并: both before the verb, of which the nearer was read first.
void OrderMerger(EventDraft& draft) {
  const std::string_view frame = draft.frame;
  if (frame != "merge" && frame != "deal_failed") return;
  const auto role = [&draft](v1::Role asked) {
    return std::find_if(draft.arguments.begin(), draft.arguments.end(),
                        [asked](const ArgumentDraft& a) { return a.role == asked; });
  };
  const auto acquirer = role(v1::ROLE_ACQUIRER), target = role(v1::ROLE_TARGET);
  if (acquirer == draft.arguments.end() || target == draft.arguments.end()) return;
  if (target->span.end <= acquirer->span.begin && acquirer->span.end <= draft.trigger.begin)
    std::swap(acquirer->role, target->role);
}

// A|联手|B成立新公司: both found it.
void FoundTogether(const Document& document, EventDraft& draft) {
  const ArgumentDraft* founder = draft.Find(v1::ROLE_FOUNDER);
  if (draft.type != v1::EVENT_TYPE_FOUND || founder == nullptr || founder->span.end > draft.trigger.begin)
    return;
  const int second = founder->span.begin;
  for (ArgumentDraft& argument : draft.arguments) {
    if (argument.role != v1::ROLE_ORGANIZATION || argument.span.end > second) continue;
    if (document.classes->AnyIn(WordClass::kTogether, document.View({argument.span.end, second})))
      argument.role = v1::ROLE_FOUNDER;
  }
}

// 关闭了|慕尼黑的装配厂: a site that has no name is a unit too.
void ClosesSite(const Document& document, EventDraft& draft) {
  if (draft.type != v1::EVENT_TYPE_DISCONTINUE || draft.Find(v1::ROLE_PRODUCT) != nullptr) return;
  const Span rest{draft.trigger.end, std::max(draft.trigger.end, document.ClauseSpan(draft.clause).end)};
  std::u32string_view object = document.View(rest);
  while (!object.empty() && (object.back() == U'。' || object.back() == U',' || object.back() == U';'))
    object.remove_suffix(1);
  if (document.classes->AnyCloses(WordClass::kSite, object)) draft.type = v1::EVENT_TYPE_REORGANIZE;
}

// Voltera关闭了位于硅谷的研发中心: a company right before the verb is no unit.
void CompanyActs(const Document& document, EventDraft& draft) {
  if (draft.type != v1::EVENT_TYPE_REORGANIZE || draft.Find(v1::ROLE_ORGANIZATION) != nullptr) return;
  ArgumentDraft* subject = nullptr;
  for (ArgumentDraft& argument : draft.arguments) {
    if (argument.role == v1::ROLE_UNIT) subject = subject == nullptr ? &argument : nullptr;
    if (argument.role == v1::ROLE_UNIT && subject == nullptr) return;
  }
  if (subject == nullptr || subject->mention < 0 || subject->entity < 0 ||
      subject->span.end > draft.trigger.begin)
    return;
  const Mention& mention = document.mention(subject->mention);
  const std::u32string_view object =
      document.View({draft.trigger.end, std::max(draft.trigger.end, document.ClauseSpan(draft.clause).end)});
  const bool company = document.mentions.entities[subject->entity].type == EntityType::kOrganization &&
                       mention.types.Has(EntityType::kOrganization) && mention.types.Has(EntityType::kUnit);
  if (company && document.classes->AnyIn(WordClass::kSite, object)) subject->role = v1::ROLE_ORGANIZATION;
}

// 重组团队，将其拆成四组: a company is no unit of its own.
void DropOwnUnit(EventDraft& draft) {
  const int company = draft.Entity(v1::ROLE_ORGANIZATION);
  if (draft.type != v1::EVENT_TYPE_REORGANIZE || company < 0) return;
  std::erase_if(draft.arguments, [company](const ArgumentDraft& argument) {
    return argument.role == v1::ROLE_UNIT && argument.entity == company;
  });
}

// 换电业务|停了: of units only those that are closed by somebody are told of as what stops.
void DropStoppedUnit(const Document& document, EventDraft& draft) {
  if (draft.type != v1::EVENT_TYPE_DISCONTINUE || std::string_view(draft.frame) != "discontinued") return;
  const bool closed = document.View(draft.trigger).find_first_of(U"被遭") != std::u32string_view::npos;
  std::erase_if(draft.arguments, [&](const ArgumentDraft& argument) {
    if (argument.role != v1::ROLE_PRODUCT || argument.entity < 0 || argument.mention < 0) return false;
    const bool people = document.classes->AnyCloses(WordClass::kUnitOfPeople,
                                                    document.View(document.mention(argument.mention).span));
    return document.mentions.entities[argument.entity].type == EntityType::kUnit && !(closed && people);
  });
}

// 云岚|旗下三间戏院|结业: what stops is a site of the company, which nobody names.
void DropOwnerOfSites(const Document& document, EventDraft& draft) {
  const ArgumentDraft* stopped = draft.Find(v1::ROLE_PRODUCT);
  if (draft.type != v1::EVENT_TYPE_DISCONTINUE || stopped == nullptr || stopped->mention < 0) return;
  const Span owner = document.mention(stopped->mention).span;
  if (document.mentions.entities[stopped->entity].type != EntityType::kOrganization) return;
  if (owner.end >= draft.trigger.begin) return;
  const std::u32string_view between = document.View({owner.end, draft.trigger.begin});
  const bool site = document.classes->AnyOpens(WordClass::kOwned, between) ||
                    document.classes->AnyIn(WordClass::kSite, between);
  if (site) std::erase_if(draft.arguments, [](const ArgumentDraft& a) { return a.role == v1::ROLE_PRODUCT; });
}

// A与B联手打造《长河渡》: what they make together is none of them.
void DropJointWork(const Document& document, EventDraft& draft) {
  if (draft.type != v1::EVENT_TYPE_PARTNER) return;
  const auto made = [&](const ArgumentDraft& argument) {
    return argument.role == v1::ROLE_ORGANIZATION && argument.entity >= 0 &&
           argument.span.begin >= draft.trigger.end &&
           document.mentions.entities[argument.entity].type == EntityType::kProduct;
  };
  const auto partners =
      std::count_if(draft.arguments.begin(), draft.arguments.end(), [&](const ArgumentDraft& argument) {
        return argument.role == v1::ROLE_ORGANIZATION && !made(argument);
      });
  if (partners >= 2) std::erase_if(draft.arguments, made);
}

// 云岚汽车|合并|产品线与商品部: units, though nobody names them.
void MergesUnits(const Document& document, EventDraft& draft) {
  if (draft.type != v1::EVENT_TYPE_ACQUIRE || std::string_view(draft.frame) != "merge" ||
      draft.Find(v1::ROLE_TARGET) != nullptr)
    return;
  const Span rest{draft.trigger.end, std::max(draft.trigger.end, document.ClauseSpan(draft.clause).end)};
  std::u32string_view object = document.View(rest);
  while (!object.empty() && (object.back() == U'。' || object.back() == U',' || object.back() == U';'))
    object.remove_suffix(1);
  // 将|产品线与商品部|合并
  if (object.empty()) object = document.View({document.ClauseSpan(draft.clause).begin, draft.trigger.begin});
  if (!document.classes->AnyCloses(WordClass::kUnitOfPeople, object)) return;
  draft.type = v1::EVENT_TYPE_REORGANIZE;
  for (ArgumentDraft& argument : draft.arguments) {
    if (argument.role == v1::ROLE_ACQUIRER) argument.role = v1::ROLE_ORGANIZATION;
  }
}

}  // namespace

void RetypeByArguments(const Document& document, EventDraft& draft) {
  SplitMerger(document, draft);
  OrderMerger(draft);
  DropStoppedUnit(document, draft);
  ToReorganization(document, draft);
  ToIntegration(document, draft);
  ToListing(document, draft);
  FoundTogether(document, draft);
  ToPartnership(document, draft);
  DropJointWork(document, draft);
  MergesUnits(document, draft);
  ClosesSite(document, draft);
  CompanyActs(document, draft);
  DropOwnUnit(draft);
  DropOwnerOfSites(document, draft);
  ReplaceSellers(document, draft);
  AddNamedMembers(document, draft);
  AddMergedUnit(document, draft);
}

}  // namespace annals
