#include "query/index/entity_bytes.h"

#include "query/index/wire_fields.h"

namespace annals::query {
namespace {

// As Protocol Buffers do: what is empty is left out.
void AppendUnlessEmpty(int field, absl::string_view text, std::string& bytes) {
  if (!text.empty()) AppendField(field, text, bytes);
}

}  // namespace

EntityBytes::EntityBytes(const v1::Entity& entity)
    : EntityBytes(entity.id(), entity.type(), entity.name(),
                  {entity.aliases().begin(), entity.aliases().end()}) {}

EntityBytes::EntityBytes(absl::string_view id, v1::EntityType type, absl::string_view name,
                         const std::vector<absl::string_view>& aliases)
    : type_(type),
      id_size_(static_cast<uint32_t>(id.size())),
      name_size_(static_cast<uint32_t>(name.size())) {
  AppendUnlessEmpty(v1::Entity::kIdFieldNumber, id, bytes_);
  id_at_ = static_cast<uint32_t>(bytes_.size()) - id_size_;
  if (type != v1::ENTITY_TYPE_UNSPECIFIED) {
    AppendVarint(v1::Entity::kTypeFieldNumber << 3, bytes_);
    AppendVarint(static_cast<uint64_t>(type), bytes_);
  }
  AppendUnlessEmpty(v1::Entity::kNameFieldNumber, name, bytes_);
  name_at_ = static_cast<uint32_t>(bytes_.size()) - name_size_;
  for (absl::string_view alias : aliases) AppendField(v1::Entity::kAliasesFieldNumber, alias, bytes_);
  bytes_.shrink_to_fit();
}

v1::Entity EntityBytes::ToProto() const {
  v1::Entity entity;
  entity.ParseFromString(bytes_);
  return entity;
}

}  // namespace annals::query
