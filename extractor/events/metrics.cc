#include "extractor/events/metrics.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "extractor/events/metric_lists.h"
#include "extractor/events/metric_numbers.h"
#include "extractor/events/metric_series.h"
#include "extractor/events/metric_subject.h"
#include "extractor/events/metric_words.h"

namespace annals {
namespace {

constexpr int kMaxReach = 30;     // characters between a measure and its number
constexpr int kMaxClausesOn = 2;  // 营收137亿美元, 年增3%
constexpr int kMaxToEnd = 8;      // characters from where a number came to where it went
constexpr std::u32string_view kSharePrice = U"股价";
constexpr int kMaxToCounted = 6;  // from a verb to what it counts: 交付|新车|3万辆

class MetricReader {
 public:
  MetricReader(const Document& document, const EventWords& words, const ClauseParse& parse,
               const Assigner& assigner, const Employment& employment, std::vector<char>& claimed)
      : document_(document),
        parse_(parse),
        assigner_(assigner),
        claimed_(claimed),
        hits_(FindMetricWords(document, words)),
        lists_(document, parse, hits_, claimed),
        series_(document, parse, hits_, claimed),
        subject_(document, parse, assigner, employment) {}

  std::vector<EventDraft> Read() {
    std::vector<EventDraft> drafts;
    for (size_t i = 0; i < hits_.size(); ++i) {
      EventDraft draft;
      if (IsDealValue(hits_[i])) continue;
      const size_t had = drafts.size();
      if (lists_.Heads(hits_[i])) lists_.Read(hits_[i], nullptr, drafts);
      if (drafts.size() > had || !ReadNumbers(i, draft)) continue;
      if (!AddSubject(hits_[i], draft) || IsPriceOfPieces(hits_[i], draft)) {
        for (const int quantity : used_) claimed_[quantity] = 0;
        continue;
      }
      if (!drafts.empty() && IsOfSameShare(drafts.back(), hits_[i], draft)) {
        drafts.back().arguments.push_back(draft.arguments.back());
        continue;
      }
      const Quantity* first =
          draft.Find(v1::ROLE_VALUE) == nullptr ? nullptr : &document_.quantities[used_[0]];
      drafts.push_back(std::move(draft));
      series_.Spread(i, used_, drafts);
      if (first != nullptr) lists_.Read(hits_[i], first, drafts);
    }
    return drafts;
  }

 private:
  // 瓶装水“初泉”卖了1.3亿元 tells what a product brought; 某公司卖了1.3亿元, what somebody paid for it.
  bool IsPriceOfPieces(const MetricHit& hit, const EventDraft& draft) const {
    const ArgumentDraft* value = draft.Find(v1::ROLE_VALUE);
    if (!IsOfPieces(hit) || value == nullptr || value->span.begin - hit.span.end > 1) return false;
    const Quantity& number = document_.quantities[used_[0]];
    const int subject = draft.Find(v1::ROLE_SUBJECT)->entity;
    return number.kind == Quantity::Kind::kMoney &&
           (subject < 0 || document_.mentions.entities[subject].type != EntityType::kProduct);
  }

  // 股价重挫逾8%，|收在214元: the change and the price of one share.
  bool IsOfSameShare(const EventDraft& last, const MetricHit& hit, const EventDraft& draft) const {
    if (!IsMove(hit) || draft.arguments.size() != 3 || last.arguments.size() != 3) return false;
    if (document_.SentenceOf(last.clause) != document_.SentenceOf(draft.clause)) return false;
    const ArgumentDraft* metric = last.Find(v1::ROLE_METRIC);
    const bool share = metric->name == hit.word->name ||
                       document_.View(metric->span).find(kSharePrice) != std::u32string_view::npos;
    return share && last.Find(v1::ROLE_SUBJECT)->entity == draft.Find(v1::ROLE_SUBJECT)->entity &&
           last.Find(draft.arguments.back().role) == nullptr;
  }

  // The numbers that follow the measure up to the next one, else the one right before it (46.4%的份额).
  bool ReadNumbers(size_t index, EventDraft& draft) {
    const MetricHit& hit = hits_[index];
    const int sentence_end = document_.structure.sentences[document_.SentenceOf(hit.clause)].span.end;
    const int limit =
        index + 1 < hits_.size() ? std::min(sentence_end, hits_[index + 1].span.begin) : sentence_end;
    draft.type = v1::EVENT_TYPE_METRIC;
    draft.trigger = hit.span;
    draft.clause = hit.clause;
    draft.arguments = {{v1::ROLE_METRIC, -1, hit.named(), std::nullopt, "", 1.0, -1, hit.word->name}};
    used_.clear();
    if (HasNumberOfItsOwn(hit, limit) && ReadNumberBefore(hit, draft)) return true;
    if (DescribesANoun(hit)) return ReadNumberBefore(hit, draft);
    int reach = hit.span.end;
    const auto& quantities = document_.quantities;
    // 收跌12%: a move is the first word of its own number; 营收|涨22% may be read as one that begins with
    // 收涨, 用户|增长率30% as one that holds the first word of its number.
    for (size_t q = FirstQuantityFrom(hit.span.begin + (IsMove(hit) ? 0 : 1)); q < quantities.size(); ++q) {
      const Quantity& quantity = quantities[q];
      if (quantity.core.begin < hit.span.end) continue;
      if (quantity.span.begin >= limit || quantity.span.begin - reach > kMaxReach) break;
      if (document_.structure.ClauseAt(quantity.span.begin) - hit.clause > kMaxClausesOn) break;
      // 首架年底交付；还要退租六架: behind a semicolon something else is counted.
      if (document_.View({hit.span.end, std::max(hit.span.end, quantity.span.begin)}).find(U';') !=
          std::u32string_view::npos)
        break;
      if (IsOfPieces(hit) && draft.arguments.size() == 1 && !CountsAt(hit, quantity)) break;
      if (IsMove(hit) && NamesAnother({hit.span.end, quantity.span.begin})) break;
      const bool origin = IsOrigin(q);
      if (origin) Claim(static_cast<int>(q));
      if (!origin && !TakeNumber(static_cast<int>(q), *hit.word, draft)) continue;
      reach = quantity.span.end;
    }
    if (draft.arguments.size() > 1) return true;
    return ReadNumberBefore(hit, draft);
  }

  // 拿下8.7亿元|票房，次年，X斥资5亿元; 32%的|份额，X占18%: a number right before the measure, with none
  // behind it in the clause.
  bool HasNumberOfItsOwn(const MetricHit& hit, int limit) const {
    const auto& quantities = document_.quantities;
    const size_t next = FirstQuantityFrom(hit.span.begin + 1);
    if (next == 0 || IsMove(hit)) return false;
    const Quantity& before = quantities[next - 1];
    const bool share = before.kind == Quantity::Kind::kPercent && hit.word->unit_kind == "percent";
    if (!share && before.kind != Quantity::Kind::kMoney) return false;
    const std::u32string_view between =
        document_.View({before.span.end, std::max(before.span.end, hit.span.begin)});
    if (before.span.end > hit.span.begin || !(between.empty() || (share && between == U"的"))) return false;
    return next >= quantities.size() || quantities[next].span.begin >= limit ||
           document_.structure.ClauseAt(quantities[next].span.begin) != hit.clause;
  }

  // 登陆港股，李书福持股83.9%
  bool NamesAnother(Span between) const {
    const Mention* next = document_.MentionFrom(between.begin);
    return next != nullptr && next->span.end <= between.end && next->entity >= 0;
  }

  // 亏损的|视频业务, 营收的23%: the measure of something else that the number belongs to.
  bool DescribesANoun(const MetricHit& hit) const {
    return !IsMove(hit) && !IsShare(*hit.word) && hit.span.end < document_.text.size() &&
           document_.text.chars[hit.span.end] == U'的';
  }

  static bool IsOfPieces(const MetricHit& hit) { return hit.word->unit_kind == "pieces"; }

  // 交付新车|3万辆; 交付中心，|约310人: what a verb counts is its object.
  bool CountsAt(const MetricHit& hit, const Quantity& quantity) const {
    return document_.structure.ClauseAt(quantity.span.begin) == hit.clause &&
           quantity.span.begin - hit.span.end <= kMaxToCounted;
  }

  bool ReadNumberBefore(const MetricHit& hit, EventDraft& draft) {
    const size_t next = FirstQuantityFrom(hit.span.begin);
    if (next == 0) return false;
    const Quantity& quantity = document_.quantities[next - 1];
    const int gap = hit.span.begin - quantity.span.end;
    if (gap < 0 || gap > 1 || document_.structure.ClauseAt(quantity.span.begin) != hit.clause) return false;
    // 关闭三家|门店: how many of something, not a measure of it.
    const bool pieces = quantity.kind == Quantity::Kind::kCount || quantity.kind == Quantity::Kind::kPeople;
    if (gap == 0 && pieces) return false;
    // 三成|订单: a part of them.
    const bool part = quantity.kind == Quantity::Kind::kPercent && hit.word->unit_kind != "percent";
    if (gap == 0 && part && quantity.change == 0) return false;
    return TakeNumber(static_cast<int>(next - 1), *hit.word, draft);
  }

  bool TakeNumber(int index, const MetricWord& word, EventDraft& draft) {
    const Quantity& quantity = document_.quantities[index];
    // 交付4万辆，同比大跌29%: of what is counted by a verb the change comes second.
    const bool counted = draft.Find(v1::ROLE_VALUE) != nullptr && quantity.change != 0;
    if (claimed_[index] || (!FitsUnit(word, quantity) && !counted) || IsOfCut(quantity)) return false;
    ArgumentDraft argument = ValueOf(document_, word, quantity);
    if (!IsMove(word) && argument.span.begin < draft.trigger.end && argument.span.end > draft.trigger.end)
      argument.span.begin = draft.trigger.end;
    const ArgumentDraft* had = draft.Find(argument.role);
    if (had != nullptr && !SinceAnotherTime(*had, argument)) return false;
    draft.arguments.push_back(argument);
    Claim(index);
    return true;
  }

  // 关闭百家门店并裁员|900人: right behind a verb of cutting staff.
  bool IsOfCut(const Quantity& quantity) const {
    if (quantity.kind != Quantity::Kind::kPeople) return false;
    const int clause = document_.structure.ClauseAt(quantity.span.begin);
    if (clause < 0) return false;
    const std::vector<int>& verbs = parse_.TriggersOf(clause);
    return std::any_of(verbs.begin(), verbs.end(), [&](int verb) {
      const int end = document_.triggers[verb].word.end;
      return end <= quantity.span.end && quantity.span.begin - end <= 1 &&
             assigner_.MayMean(verb, v1::EVENT_TYPE_LAYOFF);
    });
  }

  // 月减5.1%、年增18.6%: two changes, each since another time.
  bool SinceAnotherTime(const ArgumentDraft& first, const ArgumentDraft& second) const {
    if (first.role != v1::ROLE_CHANGE) return false;
    const auto since = [this](WordClass words, const ArgumentDraft& change) {
      return document_.classes->AnyIn(words, document_.View(change.span));
    };
    return (since(WordClass::kFromYear, first) && since(WordClass::kFromPeriod, second)) ||
           (since(WordClass::kFromPeriod, first) && since(WordClass::kFromYear, second));
  }

  void Claim(int index) {
    claimed_[index] = 1;
    used_.push_back(index);
  }

  // 从|3亿元|增至5亿元, 由去年同期的|3亿元|增至5亿元: what a number was before it went to the next one of its
  // kind.
  bool IsOrigin(size_t index) const {
    if (index + 1 >= document_.quantities.size()) return false;
    const Quantity& from = document_.quantities[index];
    const Quantity& to = document_.quantities[index + 1];
    const int before = BeforeWhen(document_, from.span.begin) - 1;
    if (before < 0 || claimed_[index] || claimed_[index + 1]) return false;
    const std::u32string& text = document_.text.chars;
    const std::u32string_view lead = document_.View({std::max(0, before - 1), before + 1});
    if (lead.find_first_of(U"从由自") == lead.npos) return false;
    if (from.kind != to.kind || from.unit != to.unit || to.span.begin - from.span.end > kMaxToEnd)
      return false;
    return IsTarget(document_, to) && text.find(U'。', from.span.end) >= static_cast<size_t>(to.span.begin);
  }

  // 投后估值40亿元 beside a financing belongs to it.
  bool IsDealValue(const MetricHit& hit) const {
    const std::u32string_view word = document_.View(hit.span);
    const bool price = document_.classes->LongestOpening(WordClass::kDealPrice, word) == word.size();
    if (!price && word.find(U"估值") == word.npos) return false;
    const v1::EventType deal = price ? v1::EVENT_TYPE_ACQUIRE : v1::EVENT_TYPE_FUND;
    const Sentence& sentence = document_.structure.sentences[document_.SentenceOf(hit.clause)];
    for (int clause = sentence.first_clause; clause < sentence.end_clause; ++clause) {
      for (const int trigger : parse_.TriggersOf(clause)) {
        if (assigner_.MayMean(trigger, deal)) return true;
      }
    }
    return false;
  }

  size_t FirstQuantityFrom(int position) const {
    const auto& quantities = document_.quantities;
    return std::lower_bound(quantities.begin(), quantities.end(), position,
                            [](const Quantity& q, int p) { return q.span.begin < p; }) -
           quantities.begin();
  }

  bool AddSubject(const MetricHit& hit, EventDraft& draft) const {
    std::optional<ArgumentDraft> subject = subject_.Of(hit);
    if (!subject.has_value()) return false;
    draft.arguments.insert(draft.arguments.begin(), *std::move(subject));
    draft.evidence = {document_.ClauseSpan(hit.clause)};
    return true;
  }

  const Document& document_;
  const ClauseParse& parse_;
  const Assigner& assigner_;
  std::vector<char>& claimed_;
  std::vector<MetricHit> hits_;
  MetricLists lists_;
  MetricSeries series_;
  const MetricSubject subject_;
  std::vector<int> used_;  // quantities of the draft in hand
};

}  // namespace

std::vector<EventDraft> ReadMetrics(const Document& document, const EventWords& words,
                                    const ClauseParse& parse, const Assigner& assigner,
                                    const Employment& employment, std::vector<char>& claimed) {
  return MetricReader(document, words, parse, assigner, employment, claimed).Read();
}

}  // namespace annals
