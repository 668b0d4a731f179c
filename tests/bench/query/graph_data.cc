#include "tests/bench/query/graph_data.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "absl/strings/str_cat.h"

namespace annals::query::bench {
namespace {

// Of the draws of organisations; some draws give two edges.
constexpr double kLargestShare = 0.0105;
constexpr size_t kRecent = 1000;
constexpr int kFirstDay = 736329;  // 2017-01-01
constexpr int kDays = 3200;

// A number as a name: digits of a hundred characters.
std::string Spelled(uint32_t number) {
  static const std::vector<std::string>* const digits = new std::vector<std::string>{
      "文", "明", "华", "志", "强", "伟", "芳", "娜", "静", "丽", "敏", "军", "磊", "洋",
      "勇", "艳", "杰", "娟", "涛", "超", "秀", "霞", "平", "刚", "桂", "英", "玉", "兰",
      "丹", "萍", "鹏", "飞", "红", "建", "国", "峰", "云", "宇", "浩", "然"};
  std::string text;
  do {
    text += (*digits)[number % digits->size()];
    number /= digits->size();
  } while (number > 0);
  return text;
}

const char* WordOf(v1::EventType type) {
  switch (type) {
    case v1::EVENT_TYPE_JOIN:
      return "加入";
    case v1::EVENT_TYPE_DEPART:
      return "离开";
    case v1::EVENT_TYPE_APPOINT:
      return "出任";
    case v1::EVENT_TYPE_DISMISS:
      return "被解聘";
    default:
      return "合作";
  }
}

}  // namespace

GraphData::GraphData(GraphSize size)
    : size_(size),
      organizations_(std::max(10u, size.entities / 10)),
      exponent_(std::log(static_cast<double>(organizations_)) / std::log(1 / kLargestShare)) {}

uint32_t GraphData::DrawPerson() {
  return organizations_ + static_cast<uint32_t>(random_() % (size_.entities - organizations_));
}

uint32_t GraphData::DrawOrganization() {
  const double u = std::uniform_real_distribution<double>(0, 1)(random_);
  return static_cast<uint32_t>(organizations_ * std::pow(u, exponent_));
}

bool GraphData::Next(BenchArticle& article) {
  if (edges_ >= size_.edges) return false;
  article = {.number = articles_++};
  article.published = kFirstDay + static_cast<DayNumber>(random_() % kDays);
  std::set<uint32_t> told;
  for (uint64_t i = 1 + random_() % 4; i > 0; --i) {
    const bool again = !recent_.empty() && random_() % 10 == 0;
    BenchReport report{.event = again ? recent_[random_() % recent_.size()] : MakeEvent(), .first = !again};
    if (!told.insert(report.event.number).second) continue;
    report.evidence = EvidenceOf(report.event);
    article.reports.push_back(std::move(report));
  }
  return true;
}

std::vector<uint32_t> GraphData::DrawEnds(size_t count) const {
  GraphData graph(size_);
  std::vector<uint32_t> ends;
  BenchArticle article;
  while (graph.Next(article)) {
    for (const BenchReport& report : article.reports) {
      const auto& participants = report.event.participants;
      ends.push_back(participants[ends.size() % participants.size()].entity);
    }
  }
  std::vector<uint32_t> drawn;
  for (size_t i = 0; i < count; ++i) drawn.push_back(ends[i * ends.size() / count]);
  std::shuffle(drawn.begin(), drawn.end(), std::mt19937_64(7));
  return drawn;
}

BenchEvent GraphData::MakeEvent() {
  const uint64_t dice = random_() % 100;
  BenchEvent event{.number = events_++};
  event.type = dice < 50   ? v1::EVENT_TYPE_JOIN
               : dice < 70 ? v1::EVENT_TYPE_DEPART
               : dice < 85 ? v1::EVENT_TYPE_APPOINT
               : dice < 90 ? v1::EVENT_TYPE_DISMISS
                           : v1::EVENT_TYPE_PARTNER;
  event.status = random_() % 10 == 0 ? v1::EVENT_STATUS_PLANNED : v1::EVENT_STATUS_OCCURRED;
  event.certainty = static_cast<v1::Certainty>(1 + random_() % 3);
  event.first = kFirstDay + static_cast<DayNumber>(random_() % kDays);
  event.last = event.first + (random_() % 5 == 0 ? 30 : 0);
  const uint32_t organization = DrawOrganization();
  uint32_t other = DrawOrganization();
  while (other == organization) other = DrawOrganization();
  const bool partners = event.type == v1::EVENT_TYPE_PARTNER;
  if (!partners) event.participants.push_back({DrawPerson(), v1::ROLE_PERSON});
  event.participants.push_back({organization, v1::ROLE_ORGANIZATION});
  if (partners) event.participants.push_back({other, v1::ROLE_ORGANIZATION});
  if (event.type == v1::EVENT_TYPE_JOIN && random_() % 2 == 0)
    event.participants.push_back({other, v1::ROLE_FROM_ORGANIZATION});
  if (event.type == v1::EVENT_TYPE_APPOINT) event.title = random_() % 2 == 0 ? "首席技术官" : "总裁";
  edges_ += event.edges();
  recent_.push_back(event);
  if (recent_.size() > kRecent) recent_.pop_front();
  return event;
}

std::string GraphData::EvidenceOf(const BenchEvent& event) const {
  std::string text = absl::StrCat("据悉，", NameOf(event.participants[0].entity));
  if (event.participants.size() > 2)
    absl::StrAppend(&text, "从", NameOf(event.participants[2].entity), "离职后");
  absl::StrAppend(&text, "于近日", WordOf(event.type), NameOf(event.participants[1].entity));
  if (!event.title.empty()) absl::StrAppend(&text, "，担任", event.title);
  return text + "。";
}

std::string GraphData::IdOf(uint32_t entity) const {
  return absl::StrCat(IsPerson(entity) ? "p" : "o", entity);
}

std::string GraphData::NameOf(uint32_t entity) const {
  return IsPerson(entity) ? Spelled(entity) : absl::StrCat(Spelled(entity), "科技");
}

std::string GraphData::ArticleIdOf(uint32_t article) { return absl::StrCat("article-", article); }

void GraphData::AddEntities(const BenchReport& report, v1::Extraction& extraction) const {
  for (const Participant& participant : report.event.participants) {
    const std::string id = IdOf(participant.entity);
    const auto& known = extraction.entities();
    if (std::any_of(known.begin(), known.end(), [&](const auto& entity) { return entity.id() == id; }))
      continue;
    v1::Entity& entity = *extraction.add_entities();
    entity.set_id(id);
    entity.set_type(IsPerson(participant.entity) ? v1::ENTITY_TYPE_PERSON : v1::ENTITY_TYPE_ORGANIZATION);
    entity.set_name(NameOf(participant.entity));
  }
}

void GraphData::AddEvent(const BenchReport& report, v1::Extraction& extraction) const {
  v1::Event& event = *extraction.add_events();
  event.set_id(absl::StrCat("e", extraction.events_size()));
  event.set_type(report.event.type);
  event.set_status(report.event.status);
  event.set_certainty(report.event.certainty);
  event.mutable_time()->set_start(FormatDayNumber(report.event.first));
  event.mutable_time()->set_end(FormatDayNumber(report.event.last));
  event.mutable_time()->set_precision(report.event.first == report.event.last ? v1::TIME_PRECISION_DAY
                                                                              : v1::TIME_PRECISION_MONTH);
  for (const Participant& participant : report.event.participants) {
    v1::Argument& argument = *event.add_arguments();
    argument.set_role(participant.role);
    argument.set_entity_id(IdOf(participant.entity));
    argument.set_text(NameOf(participant.entity));
  }
  if (!report.event.title.empty()) {
    v1::Argument& argument = *event.add_arguments();
    argument.set_role(v1::ROLE_TITLE);
    argument.mutable_value()->set_text(report.event.title);
    argument.set_text(report.event.title);
  }
  v1::Evidence& evidence = *event.add_evidence();
  evidence.set_text(report.evidence);
  evidence.mutable_span()->set_end(static_cast<uint32_t>(report.evidence.size()));
  event.set_trigger(WordOf(report.event.type));
  event.set_confidence(0.875);
}

v1::JournalEntry GraphData::EntryOf(const BenchArticle& article) const {
  v1::JournalEntry entry;
  entry.set_revision(article.number + 1);
  v1::ArticleExtracted& extracted = *entry.mutable_article_extracted();
  extracted.mutable_article()->set_id(ArticleIdOf(article.number));
  extracted.mutable_article()->set_title(absl::StrCat("第", article.number, "条快讯"));
  extracted.mutable_article()->set_source("晚报");
  extracted.mutable_article()->set_published_at(FormatDayNumber(article.published));
  v1::Extraction& extraction = *extracted.mutable_extraction();
  extraction.set_article_id(ArticleIdOf(article.number));
  for (const BenchReport& report : article.reports) {
    AddEntities(report, extraction);
    AddEvent(report, extraction);
  }
  return entry;
}

}  // namespace annals::query::bench
