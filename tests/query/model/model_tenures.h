// Tenures of the model: what each event and each statement of a post says of one person at one organisation.
//
//   JOIN, FOUND          a start; rumoured: perhaps
//   JOIN                 had moved on from from_organization
//   APPOINT              was there
//   DEPART, DISMISS      an end; DEPART: headed for to_organization
//   POSITION             was there when it was published, and on the days it names; or had left by then
//
// Only what occurred counts, and of rumours only starts. What has no day had happened by its first
// publication.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_TENURES_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_TENURES_H_

#include <vector>

#include "annals/v1/query_service.pb.h"
#include "tests/query/model/model_graph.h"
#include "tests/query/model/model_stints.h"

namespace annals::query {

struct ModelTenure {
  DayNumber day = 0;  // by which tenures are listed: the first on which it may have begun, else the last
  v1::Tenure tenure;
};

// Of the entity, in order of the day; those of one day by ids. All pages.
std::vector<ModelTenure> TenuresOf(const ModelMoment& moment, const std::string& entity,
                                   const v1::GetTenuresRequest& request);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_TENURES_H_
