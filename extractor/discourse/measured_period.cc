#include "extractor/discourse/measured_period.h"

namespace annals {

bool IsPriceOfShare(const Document& document, const EventDraft& draft) {
  const ArgumentDraft* metric = draft.Find(v1::ROLE_METRIC);
  return draft.type == v1::EVENT_TYPE_METRIC && metric != nullptr &&
         document.View(metric->span).find_first_of(U"股盘") != std::u32string_view::npos;
}

bool IsReportedPeriod(const TimeMention& time) {
  return time.precision == TimePrecision::kQuarter || time.precision == TimePrecision::kHalf ||
         time.precision == TimePrecision::kYear;
}

}  // namespace annals
