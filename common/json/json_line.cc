#include "common/json/json_line.h"

#include <bit>
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

constexpr int kMostFields = 256;  // numbers beyond are left to protobuf

// How to print messages of one type.
struct Plan {
  struct Field {
    const FieldDescriptor* descriptor = nullptr;
    std::string key;  // "name":
    bool repeated = false;
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
    for (int i = 0; i < type->field_count() && supported; ++i) {
      const FieldDescriptor* field = type->field(i);
      supported = IsKnown(*field);
      if (!supported) break;
      if (plan.fields.size() <= static_cast<size_t>(field->number())) plan.fields.resize(field->number() + 1);
      Plan::Field& out = plan.fields[field->number()];
      out = {field, absl::StrCat("\"", field->name(), "\":"), field->is_repeated()};
      if (field->type() != FieldDescriptor::TYPE_MESSAGE) continue;
      out.message = &Find(field->message_type());
      supported = out.message->supported;
    }
    plan.supported = supported;
  }

  static bool IsKnown(const FieldDescriptor& field) {
    if (field.is_map() || field.number() >= kMostFields) return false;
    switch (field.type()) {
      case FieldDescriptor::TYPE_MESSAGE:
      case FieldDescriptor::TYPE_STRING:
      case FieldDescriptor::TYPE_ENUM:
      case FieldDescriptor::TYPE_DOUBLE:
      case FieldDescriptor::TYPE_BOOL:
      case FieldDescriptor::TYPE_INT32:
      case FieldDescriptor::TYPE_UINT32:
      case FieldDescriptor::TYPE_INT64:
      case FieldDescriptor::TYPE_UINT64:
        return true;
      default:
        return false;
    }
  }

  std::mutex mutex_;
  std::map<const Descriptor*, Plan> plans_;
};

// Reads one base-128 number; false: the bytes end inside it.
bool ReadVarint(absl::string_view& bytes, uint64_t& value) {
  value = 0;
  for (int shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

// Walks over the bytes of a message: they hold what is set, in the order of the fields.
class Printer {
 public:
  explicit Printer(std::string& out) : out_(out) {}

  bool Print(absl::string_view bytes, const Plan& plan) {
    out_ += '{';
    const Plan::Field* last = nullptr;
    for (uint64_t tag = 0; !bytes.empty();) {
      if (!ReadVarint(bytes, tag) || (tag >> 3) >= plan.fields.size()) return false;
      const Plan::Field& field = plan.fields[tag >> 3];
      if (field.descriptor == nullptr) return false;
      if (last != &field) {
        if (last != nullptr) out_ += last->repeated ? "]," : ",";
        out_ += field.key;
        if (field.repeated) out_ += '[';
      } else {
        out_ += ',';
      }
      last = &field;
      if (!PrintField(bytes, tag & 7, field)) return false;
    }
    out_ += last != nullptr && last->repeated ? "]}" : "}";
    return true;
  }

 private:
  static constexpr uint64_t kLengthDelimited = 2;  // the wire type of messages, strings and packed numbers

  bool PrintField(absl::string_view& bytes, uint64_t wire_type, const Plan::Field& field) {
    if (wire_type != kLengthDelimited) return PrintNumber(bytes, *field.descriptor);
    uint64_t size = 0;
    if (!ReadVarint(bytes, size) || size > bytes.size()) return false;
    absl::string_view inside = bytes.substr(0, size);
    bytes.remove_prefix(size);
    if (field.message != nullptr) return Print(inside, *field.message);
    if (field.descriptor->type() == FieldDescriptor::TYPE_STRING) return AppendJsonString(inside, out_);
    while (PrintNumber(inside, *field.descriptor)) {
      if (inside.empty()) return true;
      out_ += ',';
    }
    return false;
  }

  bool PrintNumber(absl::string_view& bytes, const FieldDescriptor& field) {
    if (field.type() == FieldDescriptor::TYPE_DOUBLE) return PrintDouble(bytes);
    uint64_t value = 0;
    if (!ReadVarint(bytes, value)) return false;
    switch (field.type()) {
      case FieldDescriptor::TYPE_ENUM:
        return PrintEnum(static_cast<int>(value), field);
      case FieldDescriptor::TYPE_BOOL:
        return Print(value != 0 ? "true" : "false");
      case FieldDescriptor::TYPE_INT32:
        return Print(static_cast<int32_t>(value));
      case FieldDescriptor::TYPE_UINT32:
        return Print(static_cast<uint32_t>(value));
      case FieldDescriptor::TYPE_INT64:  // JSON's numbers end at 53 bits
        return Print(absl::StrCat("\"", static_cast<int64_t>(value), "\""));
      case FieldDescriptor::TYPE_UINT64:
        return Print(absl::StrCat("\"", value, "\""));
      default:
        return false;
    }
  }

  bool Print(const absl::AlphaNum& value) {
    out_.append(value.data(), value.size());
    return true;
  }

  bool PrintEnum(int number, const FieldDescriptor& field) {
    const auto* value = field.enum_type()->FindValueByNumber(number);
    if (value == nullptr) return Print(number);
    out_ += '"';
    out_ += value->name();
    out_ += '"';
    return true;
  }

  // The shorter of 15 and 17 digits that gives the number back.
  bool PrintDouble(absl::string_view& bytes) {
    if (bytes.size() < sizeof(uint64_t)) return false;
    uint64_t bits = 0;
    for (size_t i = sizeof bits; i-- > 0;) bits = bits << 8 | static_cast<unsigned char>(bytes[i]);
    const auto value = std::bit_cast<double>(bits);
    bytes.remove_prefix(sizeof(uint64_t));
    if (std::isnan(value)) return Print("\"NaN\"");
    if (std::isinf(value)) return Print(value > 0 ? "\"Infinity\"" : "\"-Infinity\"");
    char digits[32];
    char* end = std::to_chars(digits, std::end(digits), value, std::chars_format::general, 15).ptr;
    double back = 0;
    std::from_chars(digits, end, back);
    if (back != value)
      end = std::to_chars(digits, std::end(digits), value, std::chars_format::general, 17).ptr;
    out_.append(digits, end - digits);
    return true;
  }

  std::string& out_;
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

bool AppendJsonLine(const google::protobuf::Message& message, std::string& out) {
  static Plans& plans = *new Plans;
  const Plan& plan = plans.Of(message.GetDescriptor());
  std::string bytes;
  if (!plan.supported || !message.SerializeToString(&bytes)) return false;
  out.reserve(out.size() + 2 * bytes.size());  // the keys about double it
  return Printer(out).Print(bytes, plan);
}

}  // namespace annals
