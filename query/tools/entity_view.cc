#include "query/tools/entity_view.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/markup/quoting.h"
#include "query/tools/names.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

constexpr int kArticlesShown = 3;

// Forms of the name with the number of articles that use each; where the answer does not count them, the
// aliases.
std::string OtherNames(const v1::GetEntityResponse& response) {
  std::vector<std::string> forms;
  for (const v1::NameUse& use : response.names())
    forms.push_back(absl::StrCat(PrintableText(use.text()), " ×", use.as_name() + use.as_alias()));
  if (!forms.empty()) return absl::StrJoin(forms, ", ");
  for (const std::string& alias : response.entity().aliases()) forms.push_back(PrintableText(alias));
  return absl::StrJoin(forms, ", ");
}

std::string GroundWords(const v1::IdentityReason& reason, const Names& names) {
  const std::string other = names.Of(reason.entity_id());
  switch (reason.ground()) {
    case v1::IDENTITY_GROUND_KNOWN:
      return "known by name to the lexicon, or taught";
    case v1::IDENTITY_GROUND_SAME_NAME:
      return "same type and name";
    case v1::IDENTITY_GROUND_ALIAS:
      return "a short form of nobody else: " + other;
    case v1::IDENTITY_GROUND_SHARED_ORGANIZATION:
      return "shared organisation: " + other;
    case v1::IDENTITY_GROUND_MERGED:
      return "merged by a user: " + other;
    case v1::IDENTITY_GROUND_NAMESAKE:
      return absl::StrCat("not the same: ", PrintableText(reason.entity_id()),
                          " (no organisation in common)");
    default:
      return other;
  }
}

// The articles a reason rests on, the first few by id.
std::string ArticleWords(const v1::IdentityReason& reason) {
  std::vector<std::string> ids;
  for (const std::string& id : reason.article_ids()) {
    if (ids.size() == kArticlesShown) break;
    ids.push_back(PrintableText(id));
  }
  if (ids.empty()) return "";
  const int others = reason.article_ids_size() - static_cast<int>(ids.size());
  return absl::StrCat("; in ", absl::StrJoin(ids, ", "), others > 0 ? absl::StrCat(" +", others) : "");
}

}  // namespace

std::string RenderEntity(const v1::GetEntityResponse& response) {
  Names names(response.related());
  names.Add(response.entity());
  std::string text = absl::StrCat(EntityTitle(response.entity()),
                                  "\nid:       ", PrintableText(response.entity().id()), "\n");
  const std::string others = OtherNames(response);
  if (!others.empty()) absl::StrAppend(&text, "names:    ", others, "\n");
  if (response.article_count() > 0) absl::StrAppend(&text, "articles: ", response.article_count(), "\n");
  absl::StrAppend(&text, "events:   ", response.event_count(), "\n");
  if (!response.identity().empty()) text += "why one:\n";
  for (const v1::IdentityReason& reason : response.identity())
    absl::StrAppend(&text, "  ", GroundWords(reason, names), ArticleWords(reason), "\n");
  if (!response.relations().empty()) text += "relations:\n";
  for (const v1::Edge& edge : response.relations())
    absl::StrAppend(&text, "  ", names.Of(edge.from_entity_id()), " → ", names.Of(edge.to_entity_id()), ": ",
                    EdgeWords(edge), "\n");
  return text;
}

}  // namespace annals
