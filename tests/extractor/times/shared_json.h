// Reads the JSON of the material beside the source tree, which is not part of the project.
#ifndef ANNALS_TESTS_EXTRACTOR_TIMES_SHARED_JSON_H_
#define ANNALS_TESTS_EXTRACTOR_TIMES_SHARED_JSON_H_

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace annals {

using JsonObject = google::protobuf::Map<std::string, google::protobuf::Value>;

// `path` below ../shared; empty where it is absent.
inline std::string ReadShared(const std::string& path) {
  std::ostringstream content;
  content << std::ifstream("../shared/" + path).rdbuf();
  return content.str();
}

// The *.json files of a folder below ../shared, sorted.
inline std::vector<std::string> SharedFiles(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code absent;
  for (const auto& entry : std::filesystem::directory_iterator("../shared/" + folder, absent)) {
    if (entry.path().extension() == ".json") paths.push_back(folder + "/" + entry.path().filename().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

inline google::protobuf::Struct ParseObject(const std::string& json) {
  google::protobuf::Struct object;
  (void)google::protobuf::util::JsonStringToMessage(json, &object);
  return object;
}

// A member, or an empty value where there is none.
inline const google::protobuf::Value& Member(const JsonObject& object, const std::string& name) {
  const auto found = object.find(name);
  return found == object.end() ? google::protobuf::Value::default_instance() : found->second;
}

}  // namespace annals

#endif  // ANNALS_TESTS_EXTRACTOR_TIMES_SHARED_JSON_H_
