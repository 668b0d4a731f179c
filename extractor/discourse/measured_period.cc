#include "extractor/discourse/measured_period.h"

#include <algorithm>

namespace annals {

bool IsPriceOfShare(const Document& document, const EventDraft& draft) {
  const ArgumentDraft* metric = draft.Find(v1::ROLE_METRIC);
  if (draft.type != v1::EVENT_TYPE_METRIC || metric == nullptr) return false;
  const std::u32string_view name = document.View(metric->span);
  const bool earned = name.starts_with(U"每股") && name.find(U'价') == name.npos;  // 每股亏损
  return !earned && name.find_first_of(U"股盘") != name.npos;
}

bool IsReportedPeriod(const TimeMention& time) {
  return time.precision == TimePrecision::kQuarter || time.precision == TimePrecision::kHalf ||
         time.precision == TimePrecision::kYear;
}

namespace {

// 从2023年的|12%|降至5%: whether a number stands behind the time that is no longer so.
bool IsOfOrigin(const Document& document, const TimeMention& time) {
  const int number = time.span.end + 1;
  const std::u32string_view lead = document.View({std::max(0, time.span.begin - 1), time.span.begin + 1});
  if (lead.find_first_of(U"从由自") == lead.npos || document.View({time.span.end, number}) != U"的")
    return false;
  const auto quantity =
      std::partition_point(document.quantities.begin(), document.quantities.end(),
                           [number](const Quantity& each) { return each.span.begin < number; });
  return quantity != document.quantities.end() && quantity->span.begin == number;
}

}  // namespace

bool IsYardstick(const Document& document, const TimeMention& time) {
  if (IsOfOrigin(document, time)) return true;
  const std::u32string_view before = document.View({std::max(0, time.span.begin - 2), time.span.begin});
  if (before.ends_with(U'较')) return true;
  return before.ends_with(U'比') && !before.ends_with(U"同比") && !before.ends_with(U"环比");
}

bool LooksBack(const Document& document, const TimeMention& time) {
  const std::u32string_view words = document.View(time.span);
  return !time.deadline && (words.ends_with(U"年前") || words.ends_with(U"月前") || words == U"前一年" ||
                            words == U"上一年" || words == U"上年");
}

bool TellsAgain(const Document& document, const EventDraft& draft) {
  constexpr std::u32string_view kPoints = U"这该同";
  const ArgumentDraft* metric = draft.type == v1::EVENT_TYPE_METRIC ? draft.Find(v1::ROLE_METRIC) : nullptr;
  return metric != nullptr && metric->span.end <= draft.trigger.begin &&
         kPoints.find(document.text.chars[draft.trigger.begin]) != kPoints.npos;
}

}  // namespace annals
