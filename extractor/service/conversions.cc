#include "extractor/service/conversions.h"

namespace annals {

v1::EventTypeInfo ToProto(const EventTypeDescription& description) {
  v1::EventTypeInfo info;
  info.set_type(description.type);
  info.set_description(description.description);
  for (const v1::Role role : description.key_roles) info.add_key_roles(role);
  for (const v1::Role role : description.roles) info.add_roles(role);
  return info;
}

}  // namespace annals
