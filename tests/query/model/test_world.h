// What random histories and queries draw from: few names and few days, so that much of it meets.
#ifndef ANNALS_TESTS_QUERY_MODEL_TEST_WORLD_H_
#define ANNALS_TESTS_QUERY_MODEL_TEST_WORLD_H_

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "annals/v1/entity.pb.h"

namespace annals::query {

class RandomSource {
 public:
  explicit RandomSource(uint64_t seed) : engine_(seed) {}

  // 0 to bound - 1.
  int Below(int bound) { return static_cast<int>(engine_() % bound); }
  bool OneIn(int n) { return Below(n) == 0; }
  template <typename T>
  const T& Of(const std::vector<T>& choices) {
    return choices[Below(static_cast<int>(choices.size()))];
  }

 private:
  std::mt19937_64 engine_;
};

// Ids that articles give. "person:陈一" is made of a name: there may be several; "person-林二" is of a list.
// 云帆 is a short form of 云帆科技, 青鸟 of 青鸟二代, where articles say so.
const std::vector<std::string>& TestPeople();
const std::vector<std::string>& TestCompanies();
const std::vector<std::string>& TestProducts();
const std::vector<std::string>& TestUnits();
// All of them.
const std::vector<std::string>& TestEntityIds();
// Ids that namesakes may get.
const std::vector<std::string>& TestNamesakeIds();
// Names: of one, of several, of nobody.
const std::vector<std::string>& TestNames();

v1::EntityType TypeOfTestId(const std::string& id);
// "陈一" of "person:陈一".
std::string NameInTestId(const std::string& id);

// Days of publication, and of events.
const std::vector<std::string>& TestDays();

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_TEST_WORLD_H_
