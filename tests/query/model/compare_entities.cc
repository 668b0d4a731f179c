#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/query/model/comparison.h"
#include "tests/query/model/edge_lines.h"
#include "tests/query/model/index_answers.h"
#include "tests/query/model/model_lookup.h"
#include "tests/query/model/model_reasons.h"

namespace annals::query {
namespace {

template <typename Reasons>
Lines ReasonLines(const Reasons& reasons) {
  Lines lines;
  for (const v1::IdentityReason& reason : reasons) lines.push_back(OneLine(reason));
  std::sort(lines.begin(), lines.end());
  return lines;
}

Lines NameLines(const v1::GetEntityResponse& response) {
  Lines lines;
  for (const v1::NameUse& use : response.names())
    lines.push_back(absl::StrCat(use.text(), " ", use.as_name(), " ", use.as_alias()));
  return lines;
}

// Most used first, then by text.
Lines NameLines(const ModelEntity& entity) {
  std::map<std::string, std::pair<int, int>> uses;
  for (const auto& [own_id, forms] : entity.forms) {
    for (const auto& [form, use] : forms) {
      uses[form].first += use.as_name;
      uses[form].second += use.as_alias;
    }
  }
  std::vector<std::pair<std::string, std::pair<int, int>>> sorted(uses.begin(), uses.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](auto& a, auto& b) { return a.second > b.second; });
  Lines lines;
  for (const auto& [form, use] : sorted) lines.push_back(absl::StrCat(form, " ", use.first, " ", use.second));
  return lines;
}

// What is said of the present only.
std::string CompareCounts(const Model& model, const std::string& id, const v1::GetEntityRequest& request,
                          const v1::GetEntityResponse& response) {
  const ModelEntity& entity = model.Now().entities().at(id);
  v1::GetTimelineRequest timeline;
  timeline.set_exclude_parts(true);
  *timeline.mutable_as_of() = request.as_of();
  const size_t events = TimelineRows(model.Now(), id, timeline).size();
  return absl::StrCat(
      Difference(
          {OneLine(entity.Shown()), absl::StrCat(events, " events, ", entity.article_count, " articles")},
          {OneLine(response.entity()),
           absl::StrCat(response.event_count(), " events, ", response.article_count(), " articles")}),
      Difference(NameLines(entity), NameLines(response)),
      Difference(ReasonLines(ReasonsFor(model, id)), ReasonLines(response.identity())));
}

Lines MatchLines(const std::vector<ModelMatch>& matches) {
  Lines lines;
  for (const ModelMatch& match : matches)
    lines.push_back(absl::StrCat("tier ", match.tier, ", ", match.edges, " edges, ", match.id));
  return lines;
}

// As the index ranks them, with those of one rank in order of id.
Lines MatchLines(const Model& model, const std::string& text,
                 const std::vector<v1::SearchEntitiesResponse>& pages) {
  std::vector<ModelMatch> matches;
  for (const v1::SearchEntitiesResponse& page : pages) {
    for (const v1::Entity& entity : page.entities()) {
      const auto known = model.Now().entities().find(entity.id());
      const ModelTier tier =
          known == model.Now().entities().end() ? ModelTier::kNone : TierOf(known->second, text);
      matches.push_back({tier, DegreeOf(model.Now(), entity.id()), entity.id()});
    }
  }
  for (auto begin = matches.begin(); begin != matches.end();) {
    const auto end = std::find_if(begin, matches.end(), [&](const ModelMatch& match) {
      return match.tier != begin->tier || match.edges != begin->edges;
    });
    std::sort(begin, end, [](const ModelMatch& a, const ModelMatch& b) { return a.id < b.id; });
    begin = end;
  }
  return MatchLines(matches);
}

}  // namespace

std::string CompareAnswer(const Model& model, const Index& index, const v1::GetEntityRequest& request) {
  v1::GetEntityResponse response;
  const absl::Status asked = Ask(index, request, response);
  const ComparedLookup found = CompareLookup(model, request.as_of(), request.entity(), asked);
  if (found.ends) return found.differ;
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  ModelEdgeSelection relations_only;
  relations_only.events.true_on = ParseDayNumber(request.as_of().day());
  relations_only.events.filter.add_types(v1::EVENT_TYPE_UNSPECIFIED);
  const std::vector<v1::Edge> relations = EdgesSeenFrom(moment, found.entity, relations_only);
  std::string differ = absl::StrCat(Difference(EdgeLines(relations), EdgeLines(response.relations())),
                                    CompareOrder(response.relations()));
  if (IsPresent(request.as_of()))
    absl::StrAppend(&differ, CompareCounts(model, found.entity, request, response));
  return differ;
}

std::string CompareAnswer(const Model& model, const Index& index, const v1::SearchEntitiesRequest& request) {
  std::vector<v1::SearchEntitiesResponse> pages;
  const absl::Status asked = AskAllPages(index, request, pages);
  if (!asked.ok()) return asked.ToString();
  std::string differ =
      Difference(MatchLines(Search(model, request)), MatchLines(model, request.query(), pages));
  const int size = request.page_size() == 0 ? 20 : request.page_size();
  for (size_t i = 0; i < pages.size(); ++i) {
    const bool last = i + 1 == pages.size();
    if (pages[i].entities_size() > size || (!last && pages[i].entities_size() != size))
      absl::StrAppend(&differ, "  page ", i, " has ", pages[i].entities_size(), " entities\n");
    for (const v1::Entity& entity : pages[i].entities()) {
      const auto known = model.Now().entities().find(entity.id());
      if (known != model.Now().entities().end())
        absl::StrAppend(&differ, Difference({OneLine(known->second.Shown())}, {OneLine(entity)}));
    }
  }
  return differ;
}

}  // namespace annals::query
