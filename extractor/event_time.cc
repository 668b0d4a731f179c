#include "extractor/event_time.h"

#include <string>

namespace annals {
namespace {

v1::TimePrecision PrecisionOf(TimePrecision precision) {
  switch (precision) {
    case TimePrecision::kNone:
      return v1::TIME_PRECISION_UNSPECIFIED;
    case TimePrecision::kDay:
      return v1::TIME_PRECISION_DAY;
    case TimePrecision::kWeek:
      return v1::TIME_PRECISION_WEEK;
    case TimePrecision::kMonth:
      return v1::TIME_PRECISION_MONTH;
    case TimePrecision::kQuarter:
      return v1::TIME_PRECISION_QUARTER;
    case TimePrecision::kHalf:
      return v1::TIME_PRECISION_HALF;
    case TimePrecision::kSeason:
      return v1::TIME_PRECISION_SEASON;
    case TimePrecision::kYear:
      return v1::TIME_PRECISION_YEAR;
    case TimePrecision::kVague:
      return v1::TIME_PRECISION_VAGUE;
  }
  return v1::TIME_PRECISION_UNSPECIFIED;
}

v1::TimeReference ReferenceOf(TimeReference reference) {
  switch (reference) {
    case TimeReference::kNone:
      return v1::TIME_REFERENCE_UNSPECIFIED;
    case TimeReference::kAbsolute:
      return v1::TIME_REFERENCE_ABSOLUTE;
    case TimeReference::kPublication:
      return v1::TIME_REFERENCE_PUBLICATION;
    case TimeReference::kAnchor:
      return v1::TIME_REFERENCE_ANCHOR;
    case TimeReference::kContext:
      return v1::TIME_REFERENCE_CONTEXT;
  }
  return v1::TIME_REFERENCE_UNSPECIFIED;
}

}  // namespace

void SetEventTime(const TimeMention& time, const DateInterval& days, const FoldedText& text,
                  absl::string_view submitted, v1::EventTime& out) {
  if (days.start) out.set_start(FormatIsoDay(*days.start));
  if (days.end) out.set_end(FormatIsoDay(*days.end));
  out.set_precision(PrecisionOf(time.precision));
  out.set_reference(ReferenceOf(time.reference));
  const ByteSpan bytes = text.Origin(time.span);
  out.set_text(submitted.data() + bytes.begin, bytes.end - bytes.begin);
  out.mutable_span()->set_begin(bytes.begin);
  out.mutable_span()->set_end(bytes.end);
}

}  // namespace annals
