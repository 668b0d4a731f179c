#include "query/events/report_facts.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "query/events/event_shape.h"

namespace annals::query {
namespace {

std::vector<EntityNumber> EntitiesIn(const ResolvedEvent& report, v1::Role role) {
  std::vector<EntityNumber> entities;
  for (int i = 0; i < report.event.arguments_size(); ++i) {
    if (report.event.arguments(i).role() == role && report.numbers[i] != kNoEntity) {
      entities.push_back(report.numbers[i]);
    }
  }
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  return entities;
}

// A number where the value has one, else its folded text; "" where the role is not filled.
std::string ValueText(const v1::Event& event, v1::Role role, const NameKeys& names) {
  std::string text;
  for (const v1::Argument& argument : event.arguments()) {
    if (argument.role() != role || !argument.has_value()) continue;
    const v1::Value& value = argument.value();
    if (value.has_number()) {
      absl::StrAppend(&text, "#", value.number(), " ", value.unit(), "\n");
    } else {
      absl::StrAppend(&text, names.Key(value.text()), "\n");
    }
  }
  return text;
}

uint64_t DiscriminatorOf(const ResolvedEvent& report, const EventShape& shape, const NameKeys& names) {
  std::string text;
  for (v1::Role role : shape.discriminators) {
    text = ValueText(report.event, role, names);
    if (!text.empty()) break;
  }
  if (shape.whole_set) {
    for (EntityNumber number : EntitiesIn(report, shape.identity.front()))
      absl::StrAppend(&text, number, ",");
  }
  return text.empty() ? 0 : Fingerprint(text);
}

}  // namespace

uint64_t Fingerprint(absl::string_view bytes) {
  uint64_t hash = 14695981039346656037ULL;
  for (unsigned char byte : bytes) hash = (hash ^ byte) * 1099511628211ULL;
  return hash == 0 ? 1 : hash;
}

std::optional<BlockId> BlockOf(const ResolvedEvent& report, const NameKeys& names) {
  const EventShape& shape = ShapeOf(report.event.type());
  const uint64_t discriminator = DiscriminatorOf(report, shape, names);
  if (discriminator == 0 && !shape.discriminators.empty()) return std::nullopt;
  for (v1::Role role : shape.identity) {
    const std::vector<EntityNumber> entities = EntitiesIn(report, role);
    if (!entities.empty()) return BlockId{report.event.type(), entities.front(), discriminator};
  }
  return std::nullopt;
}

ReportFacts FactsOf(const ResolvedEvent& report, ReportRef ref, std::optional<DayNumber> published,
                    const NameKeys& names) {
  const EventShape& shape = ShapeOf(report.event.type());
  ReportFacts facts{.ref = ref, .span = SpanOf(report.event.time()), .published = published};
  for (v1::Role role : shape.identity) facts.identity.push_back(EntitiesIn(report, role));
  for (v1::Role role : shape.agreeing) {
    const std::string text = ValueText(report.event, role, names);
    facts.agreeing.push_back(text.empty() ? 0 : Fingerprint(text));
  }
  return facts;
}

}  // namespace annals::query
