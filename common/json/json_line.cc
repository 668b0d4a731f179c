#include "common/json/json_line.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/utf8.h"
#include "google/protobuf/descriptor.h"

namespace annals {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

// How to print messages of one type.
struct Plan {
  struct Field {
    const FieldDescriptor* descriptor;
    std::string key;  // "name":
    const Plan* message = nullptr;
  };
  bool supported = false;     // while it is made: types that hold themselves are left to protobuf
  std::vector<Field> fields;  // by number
};

// The plans of all types seen so far.
class Plans {
 public:
  const Plan& Of(const Descriptor* type) {
    const std::lock_guard<std::mutex> lock(mutex_);
    return Find(type);
  }

 private:
  const Plan& Find(const Descriptor* type) {
    const auto [found, fresh] = plans_.try_emplace(type);
    if (fresh) Fill(type, found->second);
    return found->second;
  }

  void Fill(const Descriptor* type, Plan& plan) {
    bool supported = !absl::StartsWith(type->full_name(), "google.protobuf.");
    std::map<int, const FieldDescriptor*> by_number;
    for (int i = 0; i < type->field_count(); ++i) by_number[type->field(i)->number()] = type->field(i);
    for (const auto& [number, field] : by_number) {
      Plan::Field out{field, absl::StrCat("\"", field->name(), "\":")};
      if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) out.message = &Find(field->message_type());
      supported = supported && IsKnown(*field) && (out.message == nullptr || out.message->supported);
      plan.fields.push_back(std::move(out));
    }
    plan.supported = supported;
  }

  static bool IsKnown(const FieldDescriptor& field) {
    return !field.is_map() && field.type() != FieldDescriptor::TYPE_BYTES &&
           field.type() != FieldDescriptor::TYPE_FLOAT && field.type() != FieldDescriptor::TYPE_GROUP;
  }

  std::mutex mutex_;
  std::map<const Descriptor*, Plan> plans_;
};

class Printer {
 public:
  explicit Printer(std::string& out) : out_(out) {}

  bool Print(const Message& message, const Plan& plan) {
    const Reflection& reflection = *message.GetReflection();
    if (reflection.GetUnknownFields(message).field_count() > 0) return false;
    out_ += '{';
    bool first = true;
    for (const Plan::Field& field : plan.fields) {
      const FieldDescriptor* descriptor = field.descriptor;
      const int size = descriptor->is_repeated() ? reflection.FieldSize(message, descriptor) : -1;
      if (size < 0 ? !reflection.HasField(message, descriptor) : size == 0) continue;
      if (!first) out_ += ',';
      first = false;
      out_ += field.key;
      const bool printed = size < 0 ? PrintValue(message, reflection, field, kSingle)
                                    : PrintList(message, reflection, field, size);
      if (!printed) return false;
    }
    out_ += '}';
    return true;
  }

 private:
  bool PrintList(const Message& message, const Reflection& get, const Plan::Field& field, int size) {
    out_ += '[';
    for (int i = 0; i < size; ++i) {
      if (i > 0) out_ += ',';
      if (!PrintValue(message, get, field, i)) return false;
    }
    out_ += ']';
    return true;
  }

  // The item of a list, or, where `i` is kSingle, the field.
  bool PrintValue(const Message& message, const Reflection& get, const Plan::Field& field, int i) {
    const FieldDescriptor* f = field.descriptor;
    const bool single = i == kSingle;
    switch (f->cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return Print(single ? get.GetMessage(message, f) : get.GetRepeatedMessage(message, f, i),
                     *field.message);
      case FieldDescriptor::CPPTYPE_STRING:
        return AppendJsonString(single ? get.GetStringReference(message, f, &scratch_)
                                       : get.GetRepeatedStringReference(message, f, i, &scratch_),
                                out_);
      case FieldDescriptor::CPPTYPE_ENUM:
        return PrintEnum(single ? get.GetEnumValue(message, f) : get.GetRepeatedEnumValue(message, f, i), *f);
      case FieldDescriptor::CPPTYPE_DOUBLE:
        return PrintDouble(single ? get.GetDouble(message, f) : get.GetRepeatedDouble(message, f, i));
      case FieldDescriptor::CPPTYPE_BOOL:
        return PrintBool(single ? get.GetBool(message, f) : get.GetRepeatedBool(message, f, i));
      case FieldDescriptor::CPPTYPE_INT32:
        return PrintInteger(single ? get.GetInt32(message, f) : get.GetRepeatedInt32(message, f, i));
      case FieldDescriptor::CPPTYPE_UINT32:
        return PrintInteger(single ? get.GetUInt32(message, f) : get.GetRepeatedUInt32(message, f, i));
      case FieldDescriptor::CPPTYPE_INT64:
        return PrintLong(single ? get.GetInt64(message, f) : get.GetRepeatedInt64(message, f, i));
      case FieldDescriptor::CPPTYPE_UINT64:
        return PrintLong(single ? get.GetUInt64(message, f) : get.GetRepeatedUInt64(message, f, i));
      default:
        return false;
    }
  }

  bool PrintEnum(int number, const FieldDescriptor& field) {
    const auto* value = field.enum_type()->FindValueByNumber(number);
    if (value == nullptr) return PrintInteger(number);
    absl::StrAppend(&out_, "\"", value->name(), "\"");
    return true;
  }

  bool PrintBool(bool value) {
    out_ += value ? "true" : "false";
    return true;
  }

  template <typename Integer>
  bool PrintInteger(Integer value) {
    absl::StrAppend(&out_, value);
    return true;
  }

  // JSON's numbers end at 53 bits.
  template <typename Integer>
  bool PrintLong(Integer value) {
    absl::StrAppend(&out_, "\"", value, "\"");
    return true;
  }

  // The shorter of 15 and 17 digits that gives the number back.
  bool PrintDouble(double value) {
    if (!std::isfinite(value)) {
      out_ += std::isnan(value) ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
      return true;
    }
    char digits[32];
    char* end = std::to_chars(digits, std::end(digits), value, std::chars_format::general, 15).ptr;
    double back = 0;
    std::from_chars(digits, end, back);
    if (back != value)
      end = std::to_chars(digits, std::end(digits), value, std::chars_format::general, 17).ptr;
    out_.append(digits, end - digits);
    return true;
  }

  static constexpr int kSingle = -1;

  std::string& out_;
  std::string scratch_;
};

// What protobuf escapes: controls, what ends a script or a line, and what nobody sees.
bool IsEscaped(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (c < 0x20 || within(0x7F, 0x9F)) return true;
  if (c < 0x80) return c == '"' || c == '\\' || c == '<' || c == '>';
  return c == 0xAD || within(0x600, 0x603) || c == 0x6DD || c == 0x70F || c == 0x17B4 || c == 0x17B5 ||
         within(0x200B, 0x200F) || within(0x2028, 0x202E) || within(0x2060, 0x2064) ||
         within(0x206A, 0x206F) || c == 0xFEFF || within(0xFFF9, 0xFFFB) || within(0x1D173, 0x1D17A) ||
         c == 0xE0001 || within(0xE0020, 0xE007F);
}

void AppendUnit(uint32_t unit, std::string& out) {
  absl::StrAppend(&out, "\\u", absl::Hex(unit, absl::kZeroPad4));
}

void AppendEscaped(char32_t c, std::string& out) {
  switch (c) {
    case '\b':
      return (void)(out += "\\b");
    case '\f':
      return (void)(out += "\\f");
    case '\n':
      return (void)(out += "\\n");
    case '\r':
      return (void)(out += "\\r");
    case '\t':
      return (void)(out += "\\t");
    case '"':
      return (void)(out += "\\\"");
    case '\\':
      return (void)(out += "\\\\");
  }
  if (c <= 0xFFFF) return AppendUnit(c, out);
  AppendUnit(0xD800 + ((c - 0x10000) >> 10), out);
  AppendUnit(0xDC00 + ((c - 0x10000) & 0x3FF), out);
}

// A character of three bytes from U+3000 to U+9FFF, which is nearly all of Chinese text, needs no closer
// look.
bool IsPlainChinese(absl::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
  return byte(0) >= 0xE3 && byte(0) <= 0xE9 && at + 2 < text.size() && (byte(1) & 0xC0) == 0x80 &&
         (byte(2) & 0xC0) == 0x80;
}

bool IsPlainAscii(unsigned char c) {
  return c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '<' && c != '>';
}

}  // namespace

bool AppendJsonString(absl::string_view text, std::string& out) {
  out += '"';
  size_t copied = 0;
  for (size_t i = 0; i < text.size();) {
    if (IsPlainAscii(text[i])) {
      ++i;
      continue;
    }
    if (IsPlainChinese(text, i)) {
      i += 3;
      continue;
    }
    const Utf8Step step = DecodeUtf8At(text, i);
    if (step.length == 0) return false;
    if (IsEscaped(step.code_point)) {
      out.append(text.data() + copied, i - copied);
      AppendEscaped(step.code_point, out);
      copied = i + step.length;
    }
    i += step.length;
  }
  out.append(text.data() + copied, text.size() - copied);
  out += '"';
  return true;
}

bool AppendJsonLine(const Message& message, std::string& out) {
  static Plans& plans = *new Plans;
  const Plan& plan = plans.Of(message.GetDescriptor());
  return plan.supported && Printer(out).Print(message, plan);
}

}  // namespace annals
