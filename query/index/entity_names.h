// The forms of an entity's name, with the articles and users that give them. Sorted by text.
#ifndef ANNALS_QUERY_INDEX_ENTITY_NAMES_H_
#define ANNALS_QUERY_INDEX_ENTITY_NAMES_H_

#include "absl/strings/string_view.h"
#include "query/index/rows.pb.h"

namespace annals::query {

using EntityNames = google::protobuf::RepeatedPtrField<rows::Name>;

// Who gives a form, and as what.
enum class NameUseKind { kName, kAlias, kTaughtName, kTaughtAlias };

// The form, or null.
const rows::Name* FindName(const EntityNames& names, absl::string_view text);

// One use more (sign 1) or fewer (-1). A form that nobody uses is gone.
void CountName(EntityNames& names, absl::string_view text, NameUseKind use, int sign);

// Whether the use is the first of its kind, or would be the last.
bool IsFirstOrLast(const EntityNames& names, absl::string_view text, NameUseKind use, int sign);

// The name to show: one that a user taught as the name; else the form that most articles use as the name; of
// equals the first by text. Null where there is none.
const rows::Name* BestName(const EntityNames& names);

// Whether anybody gives it as the name.
bool IsName(const rows::Name& name);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_ENTITY_NAMES_H_
