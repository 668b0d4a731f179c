#include "extractor/times/festivals.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "extractor/times/rows.h"

namespace annals {
namespace {

// The numbers of "05-7-2"; empty unless all are numbers.
std::vector<int> Numbers(absl::string_view text) {
  std::vector<int> numbers;
  for (absl::string_view piece : absl::StrSplit(text, '-')) {
    int number = 0;
    if (!absl::SimpleAtoi(piece, &number)) return {};
    numbers.push_back(number);
  }
  return numbers;
}

// 清明 by the usual approximation of the solar term: right for 1901 to 2099.
absl::CivilDay QingmingDay(int year) {
  const int y = year % 100;
  const double century = year < 2000 ? 5.59 : 4.81;
  return absl::CivilDay(year, 4, static_cast<int>(y * 0.2422 + century) - y / 4);
}

absl::CivilDay NthWeekday(int year, int month, int weekday, int ordinal) {
  const absl::CivilDay first(year, month, 1);
  return first + (weekday - WeekdayNumber(first) + 7) % 7 + 7 * (ordinal - 1);
}

}  // namespace

absl::StatusOr<Festivals::Rule> Festivals::ParseRule(const std::vector<absl::string_view>& cells) {
  Rule rule{.decreed = std::string(cells[3])};
  absl::string_view text = cells[1];
  if (!absl::SimpleAtoi(cells[2], &rule.days)) return absl::InvalidArgumentError("days is no number");
  if (text == "qingming") {
    rule.kind = Rule::Kind::kQingming;
    return rule;
  }
  if (absl::ConsumePrefix(&text, "lunar:")) rule.kind = Rule::Kind::kLunar;
  if (absl::ConsumePrefix(&text, "nth:")) rule.kind = Rule::Kind::kWeekday;
  const std::vector<int> numbers = Numbers(text);
  if (numbers.size() != (rule.kind == Rule::Kind::kWeekday ? 3u : 2u)) {
    return absl::InvalidArgumentError("cannot read the rule");
  }
  rule.month = numbers[0];
  rule.day = numbers[1];
  if (numbers.size() == 3) rule.ordinal = numbers[2];
  return rule;
}

absl::StatusOr<Festivals> Festivals::Load(const DataDirectory& directory) {
  absl::StatusOr<LunarCalendar> lunar = LunarCalendar::Load(directory);
  if (!lunar.ok()) return lunar.status();
  Festivals festivals;
  festivals.lunar_ = *std::move(lunar);
  absl::Status status = ForEachRow(directory, "festivals.tsv", {"word", "rule", "days", "decreed"},
                                   [&](const std::vector<absl::string_view>& cells) {
                                     absl::StatusOr<Rule> rule = ParseRule(cells);
                                     if (!rule.ok()) return rule.status();
                                     festivals.words_.emplace_back(cells[0]);
                                     festivals.rules_.push_back(*std::move(rule));
                                     return absl::OkStatus();
                                   });
  if (!status.ok()) return status;
  status = ForEachRow(directory, "holidays.tsv", {"festival", "first", "last"},
                      [&](const std::vector<absl::string_view>& cells) {
                        const absl::StatusOr<absl::CivilDay> first = ParseIsoDay(cells[1]);
                        const absl::StatusOr<absl::CivilDay> last = ParseIsoDay(cells[2]);
                        if (!first.ok()) return first.status();
                        if (!last.ok()) return last.status();
                        const int year = static_cast<int>(first->year());
                        festivals.decreed_[{std::string(cells[0]), year}] = {*first, *last};
                        return absl::OkStatus();
                      });
  if (!status.ok()) return status;
  return festivals;
}

std::optional<absl::CivilDay> Festivals::FirstDay(const Rule& rule, int year) const {
  switch (rule.kind) {
    case Rule::Kind::kCivil:
      return absl::CivilDay(year, rule.month, rule.day);
    case Rule::Kind::kLunar:
      return lunar_.Find(rule.month == 12 ? year - 1 : year, rule.month, rule.day);
    case Rule::Kind::kQingming:
      return QingmingDay(year);
    case Rule::Kind::kWeekday:
      return NthWeekday(year, rule.month, rule.day, rule.ordinal);
  }
  return std::nullopt;
}

std::optional<Days> Festivals::Find(int festival, int year) const {
  const Rule& rule = rules_[festival];
  const auto decreed = decreed_.find({rule.decreed, year});
  if (decreed != decreed_.end()) return decreed->second;
  const std::optional<absl::CivilDay> first = FirstDay(rule, year);
  if (!first) return std::nullopt;
  return Days{*first, *first + (rule.days - 1)};
}

}  // namespace annals
