#include "extractor/events/metrics.h"

#include <algorithm>
#include <string_view>

namespace annals {
namespace {

constexpr int kMaxNameBack = 12;   // characters from a measure back to where a name around it begins
constexpr int kMaxReach = 30;      // characters between a measure and its number
constexpr int kMaxClausesOn = 2;   // 营收137亿美元, 年增3%
constexpr int kMaxToSource = 200;  // characters: bounds the work in sentences without end
constexpr int kMaxToEnd = 8;       // characters from where a number came to where it went
constexpr int kMaxToCitation = 4;  // from a source to the words that cite it: 金管局|数据显示

constexpr int kMaxListed = 8;    // clauses of a list
constexpr int kMaxToListed = 3;  // from a name to its number: 《山海谣》以|4亿元
constexpr int kMaxToColon = 3;   // 交付|榜:

constexpr std::string_view kMoveKind = "move";

// A measure's name in the text.
struct MetricHit {
  Span span;
  const MetricWord* word;
  int clause;
};

// 小鹏|汽车|毛利率: the name ends later.
bool BeginsInsideName(const Document& document, int position) {
  const std::vector<Mention>& mentions = document.mentions.mentions;
  auto next = std::partition_point(mentions.begin(), mentions.end(),
                                   [position](const Mention& m) { return m.span.begin < position; });
  while (next != mentions.begin() && position - std::prev(next)->span.begin <= kMaxNameBack) {
    --next;
    if (next->kind == Mention::Kind::kName && next->span.end > position) return true;
  }
  return false;
}

// 宁德时代|跌逾4%: a name of what is traded ends at the word, at most an adverb of one character between, and
// the word begins its number. What else rises by a percentage is measured by a noun.
bool StandsBesideName(const Document& document, Span word) {
  const std::vector<Mention>& mentions = document.mentions.mentions;
  const auto next = std::partition_point(mentions.begin(), mentions.end(),
                                         [word](const Mention& m) { return m.span.begin < word.begin; });
  if (next == mentions.begin()) return false;
  const Mention& name = *std::prev(next);
  if (name.kind != Mention::Kind::kName || name.entity < 0) return false;
  if (name.span.end > word.begin || word.begin - name.span.end > 1) return false;
  const std::u32string_view between = document.View({name.span.end, word.begin});
  if (!between.empty() && !document.classes->AnyIn(WordClass::kAlso, between)) return false;
  const EntityType type = document.mentions.entities[name.entity].type;
  if (type != EntityType::kOrganization && type != EntityType::kProduct) return false;
  const auto quantity =
      std::partition_point(document.quantities.begin(), document.quantities.end(),
                           [word](const Quantity& each) { return each.core.begin < word.end; });
  return quantity != document.quantities.end() && quantity->kind == Quantity::Kind::kPercent &&
         quantity->span.begin <= word.begin && quantity->core.begin - word.end <= 1;
}

std::vector<MetricHit> FindMetricWords(const Document& document, const EventWords& words) {
  std::vector<MetricHit> hits;
  const auto in_trigger = [&document](Span word) {
    const auto next =
        std::partition_point(document.triggers.begin(), document.triggers.end(),
                             [&](const TriggerHit& hit) { return hit.word.begin <= word.begin; });
    return next != document.triggers.begin() && (next - 1)->word.end > word.end;
  };
  const auto in_time = [&document](Span word) {
    const auto next =
        std::partition_point(document.times.begin(), document.times.end(),
                             [&](const TimeMention& time) { return time.span.end <= word.begin; });
    return next != document.times.end() && next->span.begin < word.begin;
  };
  // 较|招股价|升48%, 年增|38%: words of a number's change name no measure. Moves of shares may begin their
  // number.
  const auto in_change = [&](const Automaton::Hit& hit) {
    const auto next = std::partition_point(document.quantities.begin(), document.quantities.end(),
                                           [&](const Quantity& q) { return q.core.begin < hit.span.end; });
    return next != document.quantities.end() && next->change != 0 && next->span.begin <= hit.span.begin &&
           words.metrics()[hit.value].unit_kind != kMoveKind;
  };
  for (const Automaton::Hit& hit : document.words.metrics) {
    if (in_trigger(hit.span) || in_time(hit.span)) continue;  // 收入囊中, 上|半年销量
    if (in_change(hit)) continue;
    if (BeginsInsideName(document, hit.span.begin)) continue;
    if (words.metrics()[hit.value].beside_name && !StandsBesideName(document, hit.span)) continue;
    while (!hits.empty() && hits.back().span.begin >= hit.span.begin) hits.pop_back();
    if (!hits.empty() && hits.back().span.end > hit.span.begin) continue;
    const int clause = document.structure.ClauseAt(hit.span.begin);
    if (clause >= 0) hits.push_back({hit.span, &words.metrics()[hit.value], clause});
  }
  return hits;
}

// 收跌, 盘中: what a share does, where no measure says that it is a share.
bool IsMove(const MetricWord& word) { return word.unit_kind == kMoveKind; }
bool IsMove(const MetricHit& hit) { return IsMove(*hit.word); }

// 股价|盘前|跌4%: a move behind a measure without a number yet is the measure's.
std::vector<MetricHit> DropMovesOfMeasures(const Document& document, std::vector<MetricHit> hits) {
  std::vector<MetricHit> kept;
  for (const MetricHit& hit : hits) {
    if (IsMove(hit) && !hit.word->beside_name && !kept.empty() && hit.clause - kept.back().clause <= 1 &&
        document.SentenceOf(hit.clause) == document.SentenceOf(kept.back().clause)) {
      const auto next = std::partition_point(
          document.quantities.begin(), document.quantities.end(),
          [&](const Quantity& quantity) { return quantity.core.begin < kept.back().span.end; });
      if (IsMove(kept.back()) || next == document.quantities.end() || next->core.begin > hit.span.begin)
        continue;
    }
    kept.push_back(hit);
  }
  return kept;
}

bool FitsUnit(const MetricWord& word, const Quantity& quantity) {
  if (quantity.kind == Quantity::Kind::kRound) return false;
  if (word.unit_kind == kMoveKind)
    return quantity.kind == Quantity::Kind::kPercent || quantity.kind == Quantity::Kind::kMoney;
  if (word.unit_kind == "pieces")
    return quantity.kind == Quantity::Kind::kCount || quantity.kind == Quantity::Kind::kPeople;
  if (quantity.kind == Quantity::Kind::kPercent || quantity.kind == Quantity::Kind::kMultiple) return true;
  if (word.unit_kind == "any" || word.unit_kind.empty()) return true;
  if (word.unit_kind == "money")
    return quantity.kind == Quantity::Kind::kMoney || quantity.kind == Quantity::Kind::kCount;
  if (word.unit_kind == "percent") return false;
  return quantity.kind == Quantity::Kind::kPeople || quantity.kind == Quantity::Kind::kCount;
}

// 增幅|为12%, 降幅|达三成: how large the change was, not where it went.
bool IsRate(const Document& document, int copula) {
  return document.classes->AnyCloses(WordClass::kRateNoun, document.View({0, std::max(copula, 0)}));
}

// Whether the words before a number say that it is where something went (降至3%) rather than by how much.
bool IsTarget(const Document& document, const Quantity& quantity) {
  const std::u32string& text = document.text.chars;
  for (int i = quantity.span.begin; i < quantity.core.begin; ++i) {
    if (text[i] == U'至' || text[i] == U'到' || text[i] == U'为') return !IsRate(document, i);
  }
  if (quantity.core.begin == 0) return false;
  const char32_t before = text[quantity.core.begin - 1];
  const bool target = before == U'至' || before == U'到' || before == U'为' || before == U'达';
  return target && !IsRate(document, quantity.core.begin - 1);
}

bool IsChange(const Document& document, const MetricWord& word, const Quantity& quantity) {
  if (IsTarget(document, quantity)) return false;
  if (quantity.kind == Quantity::Kind::kMultiple) return true;
  return quantity.change != 0 || (word.change_only && quantity.kind == Quantity::Kind::kPercent);
}

ArgumentDraft ValueOf(const Document& document, const MetricWord& word, const Quantity& quantity) {
  const bool change = IsChange(document, word, quantity);
  ArgumentDraft argument{
      change ? v1::ROLE_CHANGE : v1::ROLE_VALUE, -1, quantity.span, quantity.number, quantity.unit, 1.0};
  if (change && quantity.change < 0 && argument.number && *argument.number > 0)
    argument.number = -*argument.number;
  return argument;
}

class MetricReader {
 public:
  MetricReader(const Document& document, const EventWords& words, const ClauseParse& parse,
               const Assigner& assigner, std::vector<char>& claimed)
      : document_(document),
        parse_(parse),
        assigner_(assigner),
        claimed_(claimed),
        hits_(DropMovesOfMeasures(document, FindMetricWords(document, words))) {}

  std::vector<EventDraft> Read() {
    std::vector<EventDraft> drafts;
    for (size_t i = 0; i < hits_.size(); ++i) {
      EventDraft draft;
      if (IsDealValue(hits_[i])) continue;
      const size_t had = drafts.size();
      if (HeadsList(hits_[i])) ReadList(hits_[i], nullptr, drafts);
      if (drafts.size() > had || !ReadNumbers(i, draft)) continue;
      if (!AddSubject(hits_[i], draft)) {
        for (const int quantity : used_) claimed_[quantity] = 0;
        continue;
      }
      const Quantity* first =
          draft.Find(v1::ROLE_VALUE) == nullptr ? nullptr : &document_.quantities[used_[0]];
      drafts.push_back(std::move(draft));
      if (first != nullptr) ReadList(hits_[i], first, drafts);
    }
    return drafts;
  }

 private:
  // 1月交付榜：…: the measure of what is listed behind the colon.
  bool HeadsList(const MetricHit& hit) const {
    const int end = document_.ClauseSpan(hit.clause).end;
    return end - hit.span.end <= kMaxToColon && end < document_.text.size() &&
           document_.text.chars[end] == U':';
  }

  // 云岚汽车交付3万辆，|听雨汽车2万辆|，…: clauses that begin with a name and a number of the same kind go on
  // with the measure.
  void ReadList(const MetricHit& hit, const Quantity* first, std::vector<EventDraft>& drafts) {
    const auto& clauses = document_.structure.clauses;
    const int sentence = document_.SentenceOf(hit.clause);
    const int from = first == nullptr ? hit.clause : document_.structure.ClauseAt(first->span.begin);
    for (int clause = from + 1; clause - from <= kMaxListed && clause < static_cast<int>(clauses.size());
         ++clause) {
      if (document_.SentenceOf(clause) != sentence) return;
      const int number = NumberListedIn(clause, *hit.word, first);
      if (number < 0) return;
      const Mention& name = document_.mention(parse_.PhrasesOf(clause).front().mention);
      EventDraft draft;
      draft.type = v1::EVENT_TYPE_METRIC;
      draft.trigger = document_.quantities[number].span;
      draft.clause = clause;
      draft.arguments = {{v1::ROLE_SUBJECT, name.entity, name.span, std::nullopt, "", 1.0},
                         {v1::ROLE_METRIC, -1, hit.span, std::nullopt, "", 1.0, -1, hit.word->name},
                         ValueOf(document_, *hit.word, document_.quantities[number])};
      draft.evidence = {document_.ClauseSpan(clause)};
      drafts.push_back(std::move(draft));
      Claim(number);
      if (first == nullptr) first = &document_.quantities[number];
    }
  }

  // The number right behind the company or product that begins a clause; -1: there is none.
  int NumberListedIn(int clause, const MetricWord& word, const Quantity* first) const {
    const Span span = document_.ClauseSpan(clause);
    const std::vector<NounPhrase>& phrases = parse_.PhrasesOf(clause);
    if (phrases.empty() || phrases.front().span.begin - span.begin > 1) return -1;
    const NounPhrase& name = phrases.front();
    const Mention& mention = document_.mention(name.mention);
    if (mention.entity < 0 || mention.kind != Mention::Kind::kName) return -1;
    const EntityType type = document_.mentions.entities[mention.entity].type;
    if (type != EntityType::kOrganization && type != EntityType::kProduct) return -1;
    const size_t next = FirstQuantityFrom(name.span.end);
    if (next >= document_.quantities.size() || claimed_[next]) return -1;
    const Quantity& number = document_.quantities[next];
    if (number.span.begin - name.span.end > kMaxToListed || number.span.end > span.end) return -1;
    if (number.change != 0 || !FitsUnit(word, number)) return -1;
    if (first != nullptr && (number.kind != first->kind || number.unit != first->unit)) return -1;
    return IsHitBetween(span) ? -1 : static_cast<int>(next);
  }

  bool IsHitBetween(Span clause) const {
    return std::any_of(hits_.begin(), hits_.end(),
                       [clause](const MetricHit& hit) { return clause.Contains(hit.span); });
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
    draft.arguments = {{v1::ROLE_METRIC, -1, hit.span, std::nullopt, "", 1.0, -1, hit.word->name}};
    used_.clear();
    if (HasNumberOfItsOwn(hit, limit) && ReadNumberBefore(hit, draft)) return true;
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
      if (IsMove(hit) && NamesAnother({hit.span.end, quantity.span.begin})) break;
      const bool origin = IsOrigin(q);
      if (origin) Claim(static_cast<int>(q));
      if (!origin && !TakeNumber(static_cast<int>(q), *hit.word, draft)) continue;
      reach = quantity.span.end;
    }
    if (draft.arguments.size() > 1) return true;
    return ReadNumberBefore(hit, draft);
  }

  // 拿下8.7亿元|票房，次年，X斥资5亿元: an amount right before the measure, with none behind it in the
  // clause.
  bool HasNumberOfItsOwn(const MetricHit& hit, int limit) const {
    const auto& quantities = document_.quantities;
    const size_t next = FirstQuantityFrom(hit.span.begin + 1);
    if (next == 0 || IsMove(hit) || quantities[next - 1].kind != Quantity::Kind::kMoney) return false;
    if (quantities[next - 1].span.end != hit.span.begin) return false;
    return next >= quantities.size() || quantities[next].span.begin >= limit ||
           document_.structure.ClauseAt(quantities[next].span.begin) != hit.clause;
  }

  // 登陆港股，李书福持股83.9%
  bool NamesAnother(Span between) const {
    const auto& mentions = document_.mentions.mentions;
    const auto next = std::partition_point(mentions.begin(), mentions.end(), [between](const Mention& m) {
      return m.span.begin < between.begin;
    });
    return next != mentions.end() && next->span.end <= between.end && next->entity >= 0;
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
    return TakeNumber(static_cast<int>(next - 1), *hit.word, draft);
  }

  bool TakeNumber(int index, const MetricWord& word, EventDraft& draft) {
    const Quantity& quantity = document_.quantities[index];
    // 交付4万辆，同比大跌29%: of what is counted by a verb the change comes second.
    const bool counted = draft.Find(v1::ROLE_VALUE) != nullptr && quantity.change != 0;
    if (claimed_[index] || (!FitsUnit(word, quantity) && !counted)) return false;
    ArgumentDraft argument = ValueOf(document_, word, quantity);
    if (!IsMove(word) && argument.span.begin < draft.trigger.end && argument.span.end > draft.trigger.end)
      argument.span.begin = draft.trigger.end;
    const ArgumentDraft* had = draft.Find(argument.role);
    if (had != nullptr && !SinceAnotherTime(*had, argument)) return false;
    draft.arguments.push_back(argument);
    Claim(index);
    return true;
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

  // 从|3亿元|增至5亿元: what a number was before it went to the next one of its kind.
  bool IsOrigin(size_t index) const {
    if (index + 1 >= document_.quantities.size()) return false;
    const Quantity& from = document_.quantities[index];
    const Quantity& to = document_.quantities[index + 1];
    const int before = from.span.begin - 1;
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
    if (document_.View(hit.span).find(U"估值") == std::u32string_view::npos) return false;
    const Sentence& sentence = document_.structure.sentences[document_.SentenceOf(hit.clause)];
    for (int clause = sentence.first_clause; clause < sentence.end_clause; ++clause) {
      for (const int trigger : parse_.TriggersOf(clause)) {
        if (assigner_.MayMean(trigger, v1::EVENT_TYPE_FUND)) return true;
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

  static bool IsIn(const std::vector<int>& entities, int entity) {
    return std::find(entities.begin(), entities.end(), entity) != entities.end();
  }

  // Who is cited before a measure in its sentence (研究院的数据显示): whose word it is, not whose number.
  std::vector<int> CitedBefore(const MetricHit& hit) const {
    const int sentence = document_.structure.sentences[document_.SentenceOf(hit.clause)].span.begin;
    const int begin = std::max(sentence, hit.span.begin - kMaxToSource);
    std::vector<int> cited;
    const auto first = std::partition_point(document_.cues.begin(), document_.cues.end(),
                                            [begin](const CueHit& cue) { return cue.span.begin < begin; });
    for (auto hit_cue = first; hit_cue != document_.cues.end() && hit_cue->span.begin < hit.span.begin;
         ++hit_cue) {
      const CueHit& cue = *hit_cue;
      if (cue.cue->kind != Cue::Kind::kReported) continue;
      // 据X统计: in the gap of the cue; X数据显示: right before it.
      const int end = cue.cue->tail.empty() ? cue.span.begin : cue.span.end;
      const auto& mentions = document_.mentions.mentions;
      auto next = std::partition_point(mentions.begin(), mentions.end(),
                                       [end](const Mention& m) { return m.span.begin < end; });
      if (next == mentions.begin()) continue;
      --next;
      const int from = cue.cue->tail.empty() ? std::max(begin, end - kMaxToCitation) : cue.span.begin;
      if (next->entity >= 0 && next->span.end > from) cited.push_back(next->entity);
    }
    return cited;
  }

  // 云岚科技CEO林知远：今年营收…: what companies have is theirs, not that of who speaks for them.
  int OwnerOfNumbers(int mention) const {
    const Mention& subject = document_.mention(mention);
    const bool person =
        subject.entity >= 0 && document_.mentions.entities[subject.entity].type == EntityType::kPerson;
    return person && subject.organization >= 0 && document_.mention(subject.organization).entity >= 0
               ? subject.organization
               : mention;
  }

  // 林知远：市场规模可达500亿美元: who says it is not what is measured.
  bool SaysIt(int mention, int clause) const {
    const Mention& subject = document_.mention(OwnerOfNumbers(mention));
    const int here = document_.structure.ClauseAt(subject.span.begin);
    const bool person =
        subject.entity >= 0 && document_.mentions.entities[subject.entity].type == EntityType::kPerson;
    return person && here >= 0 && here != clause &&
           document_.text.chars[document_.ClauseSpan(here).end] == U':';
  }

  // A phrase behind a preposition measures nothing, but where the preposition governs the measure itself:
  // 将|云岚|目标价上调.
  bool IsAside(const MetricHit& hit, const NounPhrase& phrase) const {
    const Preposition* governor = parse_.GovernorOf(phrase);
    if (governor == nullptr || governor->kind == PrepositionKind::kAgent) return false;
    const int gap = hit.span.begin - phrase.span.end;
    return gap != 0 && !(gap == 1 && document_.text.chars[phrase.span.end] == U'的');
  }

  // Whose number: the nearest phrase before the measure in its clause, else what the text is about.
  bool AddSubject(const MetricHit& hit, EventDraft& draft) {
    static const auto* slots = new std::vector<SlotRole>{
        {v1::ROLE_SUBJECT, TypeSet(EntityType::kProduct) | EntityType::kOrganization | EntityType::kPerson |
                               EntityType::kUnit}};
    const std::vector<int> cited = CitedBefore(hit);
    int mention = -1;
    for (const NounPhrase& phrase : parse_.PhrasesOf(hit.clause)) {
      if (phrase.span.end > hit.span.begin) {
        // 云岚科技|员工总数: the measure begins with what may be a title, at the company before it.
        const int owner = document_.mention(phrase.mention).organization;
        if (phrase.span.begin < hit.span.begin && owner >= 0) mention = owner;
        break;
      }
      const int entity = document_.mention(phrase.mention).entity;
      if (!IsAside(hit, phrase) && entity >= 0 && !IsIn(cited, entity)) mention = phrase.mention;
    }
    if (mention < 0) mention = assigner_.antecedents().Carry(hit.clause, *slots, cited).mention;
    if (mention < 0) mention = assigner_.antecedents().Carry(hit.clause, *slots).mention;
    if (mention >= 0 && SaysIt(mention, hit.clause)) return false;
    if (mention < 0) return false;
    const Mention& subject = document_.mention(OwnerOfNumbers(mention));
    draft.arguments.insert(draft.arguments.begin(),
                           {v1::ROLE_SUBJECT, subject.entity, subject.span, std::nullopt, "", 1.0});
    draft.evidence = {document_.ClauseSpan(hit.clause)};
    return true;
  }

  const Document& document_;
  const ClauseParse& parse_;
  const Assigner& assigner_;
  std::vector<char>& claimed_;
  std::vector<MetricHit> hits_;
  std::vector<int> used_;  // quantities of the draft in hand
};

}  // namespace

std::vector<EventDraft> ReadMetrics(const Document& document, const EventWords& words,
                                    const ClauseParse& parse, const Assigner& assigner,
                                    std::vector<char>& claimed) {
  return MetricReader(document, words, parse, assigner, claimed).Read();
}

}  // namespace annals
