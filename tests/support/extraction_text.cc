#include "tests/support/extraction_text.h"

#include <algorithm>
#include <map>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"

namespace annals {
namespace {

std::map<std::string, std::string> NamesOf(const v1::Extraction& extraction) {
  std::map<std::string, std::string> names;
  for (const v1::Entity& entity : extraction.entities()) names[entity.id()] = entity.name();
  return names;
}

std::string Bare(const std::string& name, absl::string_view prefix) {
  return std::string(absl::StripPrefix(name, prefix));
}

std::string Days(const v1::EventTime& time) {
  if (time.start().empty() && time.end().empty())
    return time.text().empty() ? "" : absl::StrCat(" “", time.text(), "”");
  if (time.start() == time.end()) return absl::StrCat(" ", time.start());
  return absl::StrCat(" ", time.start(), "..", time.end());
}

std::string ArgumentText(const v1::Argument& argument, const std::map<std::string, std::string>& names) {
  const std::string role = absl::AsciiStrToLower(Bare(v1::Role_Name(argument.role()), "ROLE_"));
  if (argument.has_entity_id()) return absl::StrCat(" ", role, "=", names.at(argument.entity_id()));
  const v1::Value& value = argument.value();
  if (!value.has_number()) return absl::StrCat(" ", role, "=", value.text());
  const std::string unit = value.unit().empty() ? "" : absl::StrCat(" ", value.unit());
  return absl::StrCat(" ", role, "=", value.text(), "[", value.number(), unit, "]");
}

std::string EventLine(const v1::Event& event, const std::map<std::string, std::string>& names) {
  std::string line = Bare(v1::EventType_Name(event.type()), "EVENT_TYPE_");
  if (event.status() != v1::EVENT_STATUS_OCCURRED) {
    absl::StrAppend(&line, " ", Bare(v1::EventStatus_Name(event.status()), "EVENT_STATUS_"));
  }
  if (event.certainty() != v1::CERTAINTY_CONFIRMED) {
    absl::StrAppend(&line, " ", Bare(v1::Certainty_Name(event.certainty()), "CERTAINTY_"));
  }
  if (!event.attribution().empty()) absl::StrAppend(&line, "(", event.attribution(), ")");
  absl::StrAppend(&line, Days(event.time()));
  std::vector<std::string> arguments;
  for (const v1::Argument& argument : event.arguments()) arguments.push_back(ArgumentText(argument, names));
  return absl::StrCat(line, absl::StrJoin(arguments, ""), "\n");
}

}  // namespace

std::string EventLines(const v1::Extraction& extraction) {
  const std::map<std::string, std::string> names = NamesOf(extraction);
  std::string lines;
  for (const v1::Event& event : extraction.events()) absl::StrAppend(&lines, EventLine(event, names));
  return lines;
}

std::string RelationLines(const v1::Extraction& extraction) {
  const std::map<std::string, std::string> names = NamesOf(extraction);
  std::vector<std::string> lines;
  for (const v1::Relation& relation : extraction.relations()) {
    lines.push_back(absl::StrCat(Bare(v1::RelationType_Name(relation.type()), "RELATION_TYPE_"), " ",
                                 names.at(relation.from_entity_id()), " -> ",
                                 names.at(relation.to_entity_id()), relation.title().empty() ? "" : " ",
                                 relation.title(), relation.former() ? " (former)" : "", "\n"));
  }
  std::sort(lines.begin(), lines.end());
  return absl::StrJoin(lines, "");
}

}  // namespace annals
