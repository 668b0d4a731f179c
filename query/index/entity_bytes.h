// annals.v1.Entity as it is sent: in less room than the message, and most answers pass it on as it is.
#ifndef ANNALS_QUERY_INDEX_ENTITY_BYTES_H_
#define ANNALS_QUERY_INDEX_ENTITY_BYTES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "annals/v1/entity.pb.h"

namespace annals::query {

class EntityBytes {
 public:
  EntityBytes() = default;
  explicit EntityBytes(const v1::Entity& entity);
  EntityBytes(absl::string_view id, v1::EntityType type, absl::string_view name,
              const std::vector<absl::string_view>& aliases);

  // Valid as long as it is.
  absl::string_view id() const { return absl::string_view(bytes_).substr(id_at_, id_size_); }
  absl::string_view name() const { return absl::string_view(bytes_).substr(name_at_, name_size_); }
  v1::EntityType type() const { return type_; }
  const std::string& bytes() const { return bytes_; }

  v1::Entity ToProto() const;

 private:
  std::string bytes_;
  v1::EntityType type_ = v1::ENTITY_TYPE_UNSPECIFIED;
  uint32_t id_at_ = 0;
  uint32_t id_size_ = 0;
  uint32_t name_at_ = 0;
  uint32_t name_size_ = 0;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_ENTITY_BYTES_H_
