#include "query/tools/entity_view.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/tools/graph_view.h"
#include "query/tools/names.h"
#include "query/tools/wording.h"

namespace annals {

std::string RenderEntity(const v1::GetEntityResponse& response) {
  const v1::Entity& entity = response.entity();
  Names names;
  names.Add(entity);
  names.AddAll(response.related());
  std::string text =
      absl::StrCat(entity.name(), " (", TypeWord(entity.type()), ")\n", "id:      ", entity.id(), "\n");
  if (!entity.aliases().empty())
    absl::StrAppend(&text, "also:    ", absl::StrJoin(entity.aliases(), ", "), "\n");
  absl::StrAppend(&text, "events:  ", response.event_count(), "\n");
  if (!response.relations().empty()) text += "relations:\n";
  for (const v1::Edge& edge : response.relations()) {
    absl::StrAppend(&text, "  ", names.Of(edge.from_entity_id()), " → ", names.Of(edge.to_entity_id()), ": ",
                    EdgeWords(edge), "\n");
  }
  return text;
}

}  // namespace annals
