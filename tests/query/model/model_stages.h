// How an event of the model became known.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_STAGES_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_STAGES_H_

#include "annals/v1/query_service.pb.h"
#include "tests/query/model/model_moment.h"

namespace annals::query {

// EventRecord with first_published, latest_published and history: for each day on which reports were
// published the event as these and the earlier ones tell it, where status, certainty or the days differ from
// before.
v1::EventRecord StagesOf(const ModelEvent& event);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_STAGES_H_
