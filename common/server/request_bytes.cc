#include "common/server/request_bytes.h"

#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/utf8.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/wire_format_lite.h"

namespace annals {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

// As protobuf's own limit.
constexpr int kMaxDepth = 100;

std::optional<size_t> FirstBrokenByte(absl::string_view text) {
  for (size_t offset = 0; offset < text.size();) {
    const Utf8Step step = DecodeUtf8At(text, offset);
    if (step.length == 0) return offset;
    offset += step.length;
  }
  return std::nullopt;
}

// Looks for the first string that is not UTF-8, in the order of the bytes.
class TextFault {
 public:
  // Nothing where every string is fine or the bytes end before one is found.
  std::optional<absl::Status> Find(absl::string_view bytes, const Descriptor& type, const std::string& path) {
    CodedInputStream input(reinterpret_cast<const uint8_t*>(bytes.data()), static_cast<int>(bytes.size()));
    while (const uint32_t tag = input.ReadTag()) {
      if (WireFormatLite::GetTagWireType(tag) != WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
        if (!WireFormatLite::SkipField(&input, tag)) return std::nullopt;
        continue;
      }
      std::string value;
      uint32_t size = 0;
      if (!input.ReadVarint32(&size) || !input.ReadString(&value, static_cast<int>(size)))
        return std::nullopt;
      const FieldDescriptor* field = type.FindFieldByNumber(WireFormatLite::GetTagFieldNumber(tag));
      if (field == nullptr) continue;
      if (auto fault = FindInField(value, *field, path)) return fault;
    }
    return std::nullopt;
  }

 private:
  std::optional<absl::Status> FindInField(absl::string_view value, const FieldDescriptor& field,
                                          const std::string& path) {
    const std::string here = absl::StrCat(path, path.empty() ? "" : ".", field.name());
    if (field.type() == FieldDescriptor::TYPE_MESSAGE && depth_ < kMaxDepth) {
      ++depth_;
      auto fault = Find(value, *field.message_type(), here);
      --depth_;
      return fault;
    }
    if (field.type() != FieldDescriptor::TYPE_STRING) return std::nullopt;
    const std::optional<size_t> broken = FirstBrokenByte(value);
    if (!broken) return std::nullopt;
    return InvalidText(here, absl::StrCat("not UTF-8 at byte ", *broken));
  }

  int depth_ = 0;
};

std::string Flatten(const grpc::ByteBuffer& bytes) {
  std::vector<grpc::Slice> slices;
  std::string flat;
  if (!bytes.Dump(&slices).ok()) return flat;
  for (const grpc::Slice& slice : slices)
    flat.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  return flat;
}

}  // namespace

absl::Status DiagnoseRequest(absl::string_view bytes, const Descriptor& type) {
  if (auto fault = TextFault().Find(bytes, type, "")) return *std::move(fault);
  return MakeError(absl::StatusCode::kInvalidArgument, v1::ERROR_REASON_INVALID_FIELD,
                   absl::StrCat("the request is no serialized ", std::string(type.full_name())));
}

absl::Status ParseRequest(const grpc::ByteBuffer& bytes, google::protobuf::Message& message) {
  const std::string flat = Flatten(bytes);
  if (message.ParseFromString(flat)) return absl::OkStatus();
  return DiagnoseRequest(flat, *message.GetDescriptor());
}

}  // namespace annals
