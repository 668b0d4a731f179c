// Tenures as bars along a scale of time.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_TENURE_DRAWING_H_
#define ANNALS_QUERY_TOOLS_DRAWING_TENURE_DRAWING_H_

#include <optional>
#include <string>

#include "absl/time/civil_time.h"
#include "annals/v1/query_service.pb.h"

namespace annals {

// An SVG document `width` pixels wide. Full where the person surely was there, hatched where possibly; an
// arrow where it goes on as far as is known; fading where nothing is known of an end. The title stands on the
// bar where it fits, else beside it. Rows are people, or organisations where all tenures are one person's.
// `day`: the day asked for, as a line.
std::string RenderTenuresSvg(const v1::GetTenuresResponse& tenures, std::optional<absl::CivilDay> day,
                             int width);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_TENURE_DRAWING_H_
