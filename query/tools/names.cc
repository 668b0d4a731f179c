#include "query/tools/names.h"

namespace annals {

const std::string& Names::Of(const std::string& id) const {
  const auto found = names_.find(id);
  return found == names_.end() ? id : found->second;
}

}  // namespace annals
