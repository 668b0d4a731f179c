// Random things that users teach about the entities of random histories.
#ifndef ANNALS_TESTS_QUERY_MODEL_RANDOM_TEACHING_H_
#define ANNALS_TESTS_QUERY_MODEL_RANDOM_TEACHING_H_

#include "annals/v1/journal.pb.h"
#include "tests/query/model/test_world.h"

namespace annals::query {

// A merge (in chains, now and then in a circle, of namesakes, of ids that no article gives), names, or all of
// an id taken back. Without a revision.
v1::JournalEntry MakeTeaching(RandomSource& random);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_RANDOM_TEACHING_H_
