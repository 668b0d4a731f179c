#include "common/program/structured_log.h"

#include <array>
#include <atomic>
#include <cmath>
#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "common/utf8.h"
#include "spdlog/sinks/stdout_sinks.h"
#include "spdlog/spdlog.h"

namespace annals {
namespace {

constexpr std::array<const char*, 4> kLevelNames = {"debug", "info", "warning", "error"};

const char* LevelName(LogLevel level) { return kLevelNames[static_cast<size_t>(level)]; }

std::atomic<LogLevel>& Threshold() {
  static std::atomic<LogLevel> threshold{LogLevel::kInfo};
  return threshold;
}

// Lives as long as the process: other threads may log until the very end.
spdlog::logger& Logger() {
  static spdlog::logger* const logger = [] {
    auto* made = new spdlog::logger("annals", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_level(spdlog::level::trace);
    made->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%fZ",%v)", spdlog::pattern_time_type::utc);
    return made;
  }();
  return *logger;
}

// A JSON string; bytes that are not UTF-8 become U+FFFD.
std::string JsonString(absl::string_view text) {
  std::string json = "\"";
  for (size_t offset = 0; offset < text.size();) {
    Utf8Step step = DecodeUtf8At(text, offset);
    if (step.length == 0) step = {0xFFFD, 1};
    if (step.code_point == U'"' || step.code_point == U'\\') {
      absl::StrAppend(&json, "\\", std::string(1, static_cast<char>(step.code_point)));
    } else if (step.code_point < 0x20) {
      absl::StrAppendFormat(&json, "\\u%04x", static_cast<unsigned>(step.code_point));
    } else {
      AppendUtf8(step.code_point, json);
    }
    offset += step.length;
  }
  return json + "\"";
}

struct JsonValue {
  std::string operator()(const std::string& text) const { return JsonString(text); }
  std::string operator()(int64_t number) const { return absl::StrCat(number); }
  std::string operator()(uint64_t number) const { return absl::StrCat(number); }
  std::string operator()(double number) const {
    return std::isfinite(number) ? absl::StrCat(number) : "null";
  }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
};

// From "level" to the closing brace.
std::string LineBody(LogLevel level, absl::string_view message, absl::Span<const LogField> fields) {
  std::string body = absl::StrCat("\"level\":\"", LevelName(level), "\",\"message\":", JsonString(message));
  for (const auto& [name, value] : fields) {
    absl::StrAppend(&body, ",", JsonString(name), ":", std::visit(JsonValue{}, value));
  }
  return body + "}";
}

void Write(const std::string& body) {
  Logger().log(spdlog::level::info, spdlog::string_view_t(body.data(), body.size()));
}

}  // namespace

void Log(LogLevel level, absl::string_view message, absl::Span<const LogField> fields) {
  if (level >= Threshold().load(std::memory_order_relaxed)) Write(LineBody(level, message, fields));
}

void Announce(absl::string_view message, absl::Span<const LogField> fields) {
  Write(LineBody(LogLevel::kInfo, message, fields));
}

void SetLogLevel(LogLevel level) { Threshold() = level; }

bool AbslParseFlag(absl::string_view text, LogLevel* level, std::string* error) {
  for (size_t i = 0; i < kLevelNames.size(); ++i) {
    if (text != kLevelNames[i]) continue;
    *level = static_cast<LogLevel>(i);
    return true;
  }
  *error = "one of debug, info, warning, error";
  return false;
}

std::string AbslUnparseFlag(LogLevel level) { return LevelName(level); }

std::string FormatLogLine(LogLevel level, absl::string_view message, absl::Span<const LogField> fields) {
  return "{" + LineBody(level, message, fields);
}

}  // namespace annals
